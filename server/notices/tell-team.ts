// The people of an organisation who answer referrals are told by mail that some wait, and once more before the answer is due.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { outsideQuietHours, writeLetters } from "../letters/index.js";
import type { Words } from "../platform/graphql/words.js";
import { holderOf } from "./account-holder.js";
import { addresseeOf, contactOf, footerOf } from "./addressee.js";
import { makeLink } from "./make-link.js";
import {
  COUNTED,
  type Counted,
  HALFWAY,
  listed,
  MOST_LISTED,
  toReferrals,
  until,
} from "./referral-words.js";
import { hourOf, type Priority } from "./tell-of-referral.js";

export const REFERRAL_WAITING = "referral-waiting";
export const REFERRAL_REMINDER = "referral-reminder";

const HOUR = 3_600_000;

/** Whoever has an account gets no link: she signs in. The contact person's own account is not told twice. */
export async function tellTeam(
  work: Work,
  sent: readonly NewEvent[],
): Promise<void> {
  await work.inSystemsName(async () => {
    const clocked = await work.rows<Clocked & { partnerId: string }>(
      `select id, priority, due_at, partner_id as "partnerId" from referral
       where centre_id = $1 and id = any($2) order by partner_id, id`,
      [work.centreId, sent.map(({ subjectId }) => subjectId)],
    );
    const letters = [];
    for (const partnerId of new Set(clocked.map((one) => one.partnerId))) {
      const contactPersonId = await contactOf(work, partnerId);
      const team = await teamOf(work, partnerId, contactPersonId);
      const all = contactPersonId ? [...team, { contactPersonId }] : team;
      const here = clocked.filter((one) => one.partnerId === partnerId);
      for (const priority of new Set(here.map((one) => one.priority)))
        for (const { accountId } of team)
          letters.push({
            kind: REFERRAL_WAITING,
            accountId,
            partnerId,
            key: `${REFERRAL_WAITING}:${priority}:${partnerId}:${accountId}`,
            sendAt: hourOf(work.now, priority),
          });
      for (const one of here)
        letters.push(...remindersOf(work, one, partnerId, all));
    }
    await writeLetters(work, letters);
  });
}

interface Clocked {
  id: string;
  priority: Priority;
  due_at: Date | null;
}

export async function clockedOf(
  work: Work,
  referralId: string,
): Promise<Clocked | undefined> {
  const [referral] = await work.rows<Clocked>(
    `select id, priority, due_at from referral where centre_id = $1 and id = $2`,
    [work.centreId, referralId],
  );
  return referral;
}

/** @param but whose own account is left out */
export function teamOf(
  work: Work,
  partnerId: string,
  but: string | null,
): Promise<{ accountId: string }[]> {
  return work.rows(
    `select distinct a.id as "accountId" from assignment g join account a on a.id = g.account_id
     where g.centre_id = $1 and g.partner_id = $2 and g.ended_at is null and g.locked_at is null and a.status = 'ACTIVE'
       and '${Role.PARTNER_REFERRALS}' = any(g.roles)
       and not exists (select from contact_person c where c.centre_id = $1 and c.id = $3
         and lower(c.work_email) = a.email)`,
    [work.centreId, partnerId, but],
  );
}

/** Halfway from now to when it is due: an emergency by itself, of the rest those of one hour together. */
export async function remind(
  work: Work,
  clocked: Clocked,
  partnerId: string,
): Promise<void> {
  const contactPersonId = await contactOf(work, partnerId);
  const team = await teamOf(work, partnerId, contactPersonId);
  const all = contactPersonId ? [...team, { contactPersonId }] : team;
  await writeLetters(work, remindersOf(work, clocked, partnerId, all));
}

function remindersOf(
  { now }: Work,
  { id, priority, due_at: due }: Clocked,
  partnerId: string,
  all: readonly ({ accountId: string } | { contactPersonId: string })[],
) {
  const halfway = due && hourOfReminder(now, due, priority);
  if (!halfway) return [];
  const isAlone = priority === "EMERGENCY";
  const about = [...(isAlone ? [id] : []), halfway.toISOString()];
  return all.map((to) => ({
    ...to,
    kind: REFERRAL_REMINDER,
    partnerId,
    ...(isAlone ? { subjectId: id } : {}),
    key: [REFERRAL_REMINDER, partnerId, ...about, ...Object.values(to)].join(
      ":",
    ),
    sendAt: halfway,
  }));
}

/** Null where the answer would be due before the morning in which it may come. */
function hourOfReminder(
  sent: Date,
  due: Date,
  priority: Priority,
): Date | null {
  const half = (sent.getTime() + due.getTime()) / 2;
  const hour =
    priority === "EMERGENCY"
      ? new Date(half)
      : outsideQuietHours(new Date(Math.ceil(half / HOUR) * HOUR));
  return hour < due ? hour : null;
}

/** All that nobody has opened; where somebody has in the meantime opened all of them, nothing. */
export async function composeWaiting(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const { partnerId } = letter;
  const holder = await holderOf(work, letter, "PARTNER_REFERRALS", partnerId);
  if (!holder) return null;
  const waiting = await work.rows<
    Counted & { number: string; due_at: Date | null }
  >(
    `select number, due_at, ${COUNTED} from referral where centre_id = $1 and partner_id = $2 and status = 'SENT'
     order by due_at nulls last, id limit ${String(MOST_LISTED)}`,
    [work.centreId, partnerId],
  );
  const [first] = waiting;
  if (!first) return null;
  const { say, address, language, footer } = holder;
  const isOne = first.ofAll === 1;
  const count = String(first.ofAll);
  return {
    to: address,
    language,
    subject: say(
      isOne
        ? {
            pl: `Nowe skierowanie ${first.number}`,
            en: `New referral ${first.number}`,
          }
        : { pl: `Nowe skierowania: ${count}`, en: `New referrals: ${count}` },
    ),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({ pl: "na odpowiedź czekają:", en: "waiting for an answer:" }),
      listed(
        waiting,
        ({ number, due_at }) => `${number}${say(until(due_at))}`,
        say,
      ),
    ],
    actions: [toReferrals(say)],
    footer,
  };
}

interface Reminded extends Counted {
  id: string;
  number: string;
  due_at: Date;
}

/** Halfway over and unanswered, and no reminder to the same person has told it yet. */
function halfOver(work: Work, letter: Letter): Promise<Reminded[]> {
  return work.rows(
    `select id, number, due_at, ${COUNTED} from referral
     where centre_id = $1 and partner_id = $2 and status in ('SENT', 'RECEIVED') and due_at > $3
       and case when $4::uuid is not null then id = $4 else priority <> 'EMERGENCY' end
       and ${HALFWAY} <= $3
       and ${HALFWAY} > coalesce((select max(l.taken_at) from letter l
         where l.centre_id = $1 and l.partner_id = $2 and l.kind = '${REFERRAL_REMINDER}' and l.sent_at is not null
           and l.subject_id is not distinct from $4 and l.account_id is not distinct from $5
           and l.contact_person_id is not distinct from $6), '-infinity')
     order by due_at, id limit ${String(MOST_LISTED)}`,
    [
      ...[work.centreId, letter.partnerId, work.now, letter.subjectId],
      ...[letter.accountId, letter.contactPersonId],
    ],
  );
}

/** Nothing where all has been answered. */
export async function composeReminder(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const waiting = await halfOver(work, letter);
  const [first] = waiting;
  if (!first) return null;
  const isOne = first.ofAll === 1;
  const count = String(first.ofAll);
  const subject: Words = isOne
    ? {
        pl: `Skierowanie ${first.number} czeka na odpowiedź`,
        en: `Referral ${first.number} waits for an answer`,
      }
    : {
        pl: `Na odpowiedź czekają skierowania: ${count}`,
        en: `Referrals that wait for an answer: ${count}`,
      };
  const due = until(first.due_at);
  const text: Words = isOne
    ? {
        pl: `skierowanie ${first.number} nadal czeka${due.pl}. Do tego czasu nie przypomnimy drugi raz.`,
        en: `referral ${first.number} is still waiting${due.en}. Until then there will be no other reminder.`,
      }
    : {
        pl: "te skierowania nadal czekają. Przed ich terminem nie przypomnimy drugi raz:",
        en: "these referrals are still waiting. Before they are due there will be no other reminder:",
      };
  if (letter.accountId) {
    const { partnerId } = letter;
    const holder = await holderOf(work, letter, "PARTNER_REFERRALS", partnerId);
    if (!holder) return null;
    const { say, address, language, footer } = holder;
    return {
      to: address,
      language,
      subject: say(subject),
      paragraphs: [
        say({ pl: "Dzień dobry,", en: "Hello," }),
        say(text),
        ...(isOne
          ? []
          : [
              listed(
                waiting,
                ({ number, due_at }) => `${number}${say(until(due_at))}`,
                say,
              ),
            ]),
      ],
      actions: [toReferrals(say)],
      footer,
    };
  }
  const addressee = await addresseeOf(work, letter);
  if (!addressee) return null;
  const actions = [];
  for (const referral of waiting)
    actions.push({
      label: isOne
        ? "Odpowiedz bez logowania"
        : `${referral.number}${until(referral.due_at).pl}`,
      path: await makeLink(work, addressee.letter, {
        kind: "ANSWER_REFERRAL",
        referralId: referral.id,
        expiresAt: referral.due_at,
      }),
    });
  return {
    to: addressee.address,
    language: "pl",
    subject: subject.pl,
    paragraphs: [
      "Dzień dobry,",
      text.pl,
      ...(first.ofAll > waiting.length
        ? [`i jeszcze: ${String(first.ofAll - waiting.length)}`]
        : []),
    ],
    actions,
    footer: footerOf(addressee),
  };
}
