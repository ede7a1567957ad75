// The coordinator has answered a partner's question: its people hear by mail that the time for their answer runs on, and once more halfway.
import type { NewEvent, Work } from "../../events/index.js";
import type { Composed, Letter } from "../../letters/index.js";
import { writeLetters } from "../../letters/index.js";
import { holderOf } from "../account-holder.js";
import { toReferrals, until } from "../referral-words.js";
import { hourOf } from "../tell-of-referral.js";
import { clockedOf, remind, teamOf } from "../tell-team.js";

export const QUESTION_ANSWERED = "question-answered";

/** Whoever has an account: without one nobody asks, nor reads the answer. */
export async function tellOfGivenAnswer(
  work: Work,
  { partnerId, subjectId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  await work.inSystemsName(async () => {
    const clocked = await clockedOf(work, subjectId);
    if (!clocked) return;
    const due = clocked.due_at?.toISOString() ?? work.now.toISOString();
    const team = await teamOf(work, partnerId, null);
    await writeLetters(
      work,
      team.map(({ accountId }) => ({
        ...{ kind: QUESTION_ANSWERED, accountId, partnerId, subjectId },
        key: [QUESTION_ANSWERED, accountId, subjectId, due].join(":"),
        sendAt: hourOf(work.now, clocked.priority),
      })),
    );
    await remind(work, clocked, partnerId);
  });
}

/** Number and time alone; nothing where it was decided meanwhile, or asked anew: of that answer another letter tells. */
export async function composeGivenAnswer(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const { partnerId, subjectId } = letter;
  const holder = await holderOf(work, letter, "PARTNER_REFERRALS", partnerId);
  if (!holder) return null;
  const [referral] = await work.rows<{ number: string; due_at: Date | null }>(
    `select r.number, r.due_at from referral r
     join letter l on l.centre_id = r.centre_id and l.id = $4 and r.clock_from <= l.written_at
     where r.centre_id = $1 and r.partner_id = $2 and r.id = $3 and r.status in ('SENT', 'RECEIVED')`,
    [work.centreId, partnerId, subjectId, letter.id],
  );
  if (!referral) return null;
  const { say, address, language, footer } = holder;
  const { number } = referral;
  const due = until(referral.due_at);
  return {
    to: address,
    language,
    subject: say({
      pl: `Skierowanie ${number}: jest odpowiedź na pytanie`,
      en: `Referral ${number}: the question is answered`,
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: `CUS odpowiedział na pytanie Twojej organizacji. Skierowanie znów czeka na Was: ${number}${due.pl}.`,
        en: `the centre answered your organisation's question. The referral waits for you again: ${number}${due.en}.`,
      }),
    ],
    actions: [toReferrals(say)],
    footer,
  };
}
