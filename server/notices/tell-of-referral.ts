// A referral waits at an organisation: its contact person is told by mail, with a link for each that she can answer.
import type { NewEvent, Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import {
  outsideQuietHours,
  writeLetter,
  writeLetters,
} from "../letters/index.js";
import { addresseeOf, contactOf, footerOf } from "./addressee.js";
import { makeLink } from "./make-link.js";
import { until } from "./referral-words.js";

export const ANSWER_REFERRAL = "answer-referral";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long others of the same kind are waited for, so that one mail tells of all. */
const GATHERED = { EMERGENCY: 0, URGENT: 2 * MINUTE, STANDARD: 15 * MINUTE };
export type Priority = keyof typeof GATHERED;

/** Of a mail; the rest come in the next one. */
const MOST_IN_ONE = 20;

/** When this letter has surely gone out, and tells what is left. */
const REST_AFTER = 5 * 60_000;

/** Also without a clock of its own an answer is not waited for longer. */
const LONGEST = 30 * DAY;

/** Nobody in danger waits for the morning; everybody else's mail does. */
export function hourOf(now: Date, priority: Priority): Date {
  const soon = new Date(now.getTime() + GATHERED[priority]);
  return priority === "EMERGENCY" ? soon : outsideQuietHours(soon);
}

export async function tellOfReferrals(
  work: Work,
  sent: readonly NewEvent[],
): Promise<void> {
  await work.inSystemsName(async () => {
    const told = await work.rows<{ partnerId: string; priority: Priority }>(
      `select distinct partner_id as "partnerId", priority from referral where centre_id = $1 and id = any($2)
       order by 1, 2`,
      [work.centreId, sent.map(({ subjectId }) => subjectId)],
    );
    const contacts = new Map<string, string | null>();
    for (const partnerId of new Set(told.map((one) => one.partnerId)))
      contacts.set(partnerId, await contactOf(work, partnerId));
    await writeLetters(
      work,
      told.flatMap(({ partnerId, priority }) => {
        const contactPersonId = contacts.get(partnerId);
        const key = `${ANSWER_REFERRAL}:${priority}:${partnerId}`;
        const sendAt = hourOf(work.now, priority);
        return contactPersonId
          ? [{ kind: ANSWER_REFERRAL, partnerId, contactPersonId, key, sendAt }]
          : [];
      }),
    );
  });
}

interface Waiting {
  id: string;
  number: string;
  due_at: Date | null;
}

/** Its contact person has left, or her entry became another person's or another mailbox's. */
const DEAD = `(not exists (select from contact_person p
    where p.centre_id = l.centre_id and p.id = l.contact_person_id and p.active)
  or exists (select from event e where e.centre_id = l.centre_id and e.subject_id = l.contact_person_id
    and e.type = 'ContactPersonChanged' and e.facts->>'another' = 'true' and e.at > l.made_at))`;

/** Number and time alone: neither the person nor the service nor a reason (domain 4.3 (4)). */
export async function composeReferrals(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  if (!addressee) return null;
  const waiting = await work.rows<Waiting>(
    // told is what stood in a letter that went out; in an answered letter it is named by itself
    `select r.id, r.number, r.due_at from referral r
     where r.centre_id = $1 and r.partner_id = $2 and r.status in ('SENT', 'RECEIVED')
       and case when $4::uuid is null
         then not exists (select from action_link l
             join letter t on t.centre_id = l.centre_id and t.id = l.letter_id and t.sent_at is not null
             where l.centre_id = r.centre_id and l.referral_id = r.id and l.contact_person_id = $3 and not ${DEAD})
           -- of what was acknowledged alone the link may have died
           and (r.status = 'SENT' or exists (select from action_link l
             where l.centre_id = r.centre_id and l.referral_id = r.id and ${DEAD}))
         else r.id = $4 end
     order by r.due_at nulls last, r.id limit ${String(MOST_IN_ONE)}`,
    [
      work.centreId,
      letter.partnerId,
      addressee.letter.contactPersonId,
      letter.subjectId,
    ],
  );
  const [first] = waiting;
  if (!first) return null;
  if (waiting.length === MOST_IN_ONE && !letter.subjectId)
    await tellTheRest(work, letter);
  const isOne = waiting.length === 1;
  const actions = [];
  for (const referral of waiting)
    actions.push({
      // a single one is named above
      label: isOne
        ? "Odpowiedz"
        : `${referral.number}${until(referral.due_at).pl}`,
      path: await makeLink(work, addressee.letter, {
        kind: "ANSWER_REFERRAL",
        referralId: referral.id,
        expiresAt: referral.due_at ?? new Date(work.now.getTime() + LONGEST),
      }),
    });
  return {
    to: addressee.address,
    language: "pl",
    subject: isOne
      ? `Nowe skierowanie ${first.number}`
      : `Nowe skierowania: ${String(waiting.length)}`,
    paragraphs: [
      "Dzień dobry,",
      isOne
        ? `masz nowe skierowanie ${first.number}${until(first.due_at).pl}. Odpowiedz jednym dotknięciem, bez logowania:`
        : `masz nowe skierowania, razem ${String(waiting.length)}. Na każde odpowiesz osobno, bez logowania:`,
    ],
    actions,
    footer: footerOf(addressee),
  };
}

/** Another letter for those that did not fit into this one; it finds out by itself whether there are any. */
function tellTheRest(work: Work, letter: Letter): Promise<void> {
  const { kind, partnerId, contactPersonId } = letter;
  return writeLetter(work, {
    kind,
    partnerId,
    contactPersonId,
    key: `${kind}:rest:${String(partnerId)}`,
    sendAt: new Date(work.now.getTime() + REST_AFTER),
  });
}
