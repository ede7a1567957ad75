// Answers that do not come reach the organisers: of an emergency halfway to its due time, of all else when it has passed, gathered.
import type { NewEvent, Work } from "../../events/index.js";
import type { Composed, Letter } from "../../letters/index.js";
import { outsideQuietHours, writeLetters } from "../../letters/index.js";
import { escalatesAt, type Referral } from "../../referrals/index.js";
import { holderOf } from "../account-holder.js";
import {
  COUNTED,
  type Counted,
  HALFWAY,
  listed,
  MOST_LISTED,
  until,
} from "../referral-words.js";
import { organisers } from "../tell-of-missing-contacts.js";

export const ANSWER_OVERDUE = "answer-overdue";

/** How long others that expire are waited for, so that one mail tells of all. */
const GATHERED = 15 * 60_000;

type Clocked = Pick<
  Referral,
  "status" | "priority" | "sentAt" | "clockFrom" | "dueAt"
>;

/** Sent as an emergency, or its question answered: written now, goes out halfway, and says nothing where the answer has come. */
export async function escalateEmergencies(
  work: Work,
  clocked: readonly NewEvent[],
): Promise<void> {
  await work.inSystemsName(async () => {
    const found = await work.rows<Clocked & { id: string }>(
      `select id, status, priority, sent_at as "sentAt", clock_from as "clockFrom", due_at as "dueAt" from referral
       where centre_id = $1 and id = any($2) and priority = 'EMERGENCY' order by id`,
      [work.centreId, clocked.map(({ subjectId }) => subjectId)],
    );
    const escalated = found.flatMap((one) => {
      const sendAt = escalatesAt(one);
      return sendAt ? [{ subjectId: one.id, sendAt }] : [];
    });
    if (escalated.length === 0) return;
    const accounts = await organisers(work);
    await writeLetters(
      work,
      escalated.flatMap(({ subjectId, sendAt }) =>
        accounts.map((accountId) => ({
          ...{ kind: ANSWER_OVERDUE, accountId, subjectId, sendAt },
          key: [
            ...[ANSWER_OVERDUE, accountId, subjectId, sendAt.toISOString()],
          ].join(":"),
        })),
      ),
    );
  });
}

/** The time is over: who looks after the links of the network asks why nobody answered; not where a question was left unanswered. */
export async function tellOfExpiry(
  work: Work,
  expired: readonly NewEvent[],
): Promise<void> {
  await work.inSystemsName(async () => {
    const found = await work.rows<{ isEmergency: boolean }>(
      `select distinct priority = 'EMERGENCY' as "isEmergency" from referral
       where centre_id = $1 and id = any($2) and asked_at is null`,
      [work.centreId, expired.map(({ subjectId }) => subjectId)],
    );
    const accounts = found.length > 0 ? await organisers(work) : [];
    await writeLetters(
      work,
      found.flatMap(({ isEmergency }) =>
        accounts.map((accountId) => ({
          ...{ kind: ANSWER_OVERDUE, accountId },
          key: [
            ...[ANSWER_OVERDUE, accountId],
            ...(isEmergency ? ["now"] : []),
          ].join(":"),
          sendAt: isEmergency
            ? work.now
            : outsideQuietHours(new Date(work.now.getTime() + GATHERED)),
        })),
      ),
    );
  });
}

interface Overdue extends Counted {
  number: string;
  dueAt: Date | null;
}

/** Numbers and times alone; whose service it is stands on the board that the letter leads to. */
export async function composeOverdue(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "OUS", null);
  if (!holder) return null;
  const overdue = letter.subjectId
    ? await unanswered(work, letter)
    : await expiredSince(work, letter);
  const [first] = overdue;
  if (!first) return null;
  const { say, address, language, footer } = holder;
  const count = String(first.ofAll);
  return {
    to: address,
    language,
    subject: letter.subjectId
      ? say({
          pl: `Nagłe skierowanie ${first.number} czeka bez odpowiedzi`,
          en: `Emergency referral ${first.number} waits for an answer`,
        })
      : say({
          pl: `Skierowania bez odpowiedzi w terminie: ${count}`,
          en: `Referrals without an answer in time: ${count}`,
        }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      letter.subjectId
        ? say({
            pl: "minęła połowa czasu na odpowiedź, a jej nie ma. Zadzwoń do tej organizacji:",
            en: "half of the time for the answer is over, and there is none. Call the organisation:",
          })
        : say({
            pl: "w terminie nikt nie odpowiedział. Zapytaj organizacje, co się stało:",
            en: "nobody answered in time. Ask the organisations what happened:",
          }),
      listed(
        overdue,
        ({ number, dueAt }) => `${number}${say(until(dueAt))}`,
        say,
      ),
    ],
    actions: [
      {
        label: say({ pl: "Otwórz Ofertę teraz", en: "Open the board" }),
        path: "/oferta-teraz",
      },
    ],
    footer,
  };
}

/** Nothing before it is half over, as where a question has given it more time since; nor twice. */
function unanswered(
  work: Work,
  { subjectId, accountId }: Letter,
): Promise<Overdue[]> {
  return work.rows(
    `select number, due_at as "dueAt", ${COUNTED} from referral
     where centre_id = $1 and id = $2 and status in ('SENT', 'RECEIVED') and due_at > $3 and ${HALFWAY} <= $3
       and not exists (select from letter l where l.centre_id = $1 and l.kind = '${ANSWER_OVERDUE}'
         and l.subject_id = $2 and l.account_id = $4 and l.sent_at is not null
         and l.taken_at >= ${HALFWAY})`,
    [work.centreId, subjectId, work.now, accountId],
  );
}

/** What no letter has told her of yet; where she has had none, what expired since this one was written, by whichever clock began first. */
function expiredSince(
  work: Work,
  { accountId, id, readTo, writtenAt }: Letter,
): Promise<Overdue[]> {
  return work.rows(
    `with told as (select max(read_to) as position from letter where centre_id = $1 and account_id = $2
       and kind = '${ANSWER_OVERDUE}' and subject_id is null and sent_at is not null and id <> $3)
     select r.number, null as "dueAt", ${COUNTED} from told
     join event e on e.centre_id = $1 and e.topic = 'REFERRAL' and e.type = 'ReferralExpired'
       and e.position > coalesce(told.position, 0) and e.position <= $4
       and (told.position is not null or e.at > $5::timestamptz - interval '1 hour')
     join referral r on r.centre_id = e.centre_id and r.id = e.subject_id and r.status = 'EXPIRED' and r.asked_at is null
     order by r.finished_at, r.id limit ${String(MOST_LISTED)}`,
    [work.centreId, accountId, id, readTo, writtenAt],
  );
}
