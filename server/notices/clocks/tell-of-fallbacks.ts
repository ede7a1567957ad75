// A coordinator is told each time when her list of fallbacks moved by itself: what went out, or that nothing is left of it.
import type { NewEvent, Work } from "../../events/index.js";
import type { Composed, Letter } from "../../letters/index.js";
import { outsideQuietHours, writeLetters } from "../../letters/index.js";
import { holderOf } from "../account-holder.js";
import { toReferrals, until } from "../referral-words.js";
import type { Priority } from "../tell-of-referral.js";
import { REFERRAL_REFUSED } from "../tell-sender.js";

export const REFERRAL_MOVED_ON = "referral-moved-on";

export async function tellOfFallbacks(
  work: Work,
  moved: readonly NewEvent[],
): Promise<void> {
  // what she did herself is no news to her
  if ("accountId" in work.actor) return;
  const lists = await work.rows<{
    subjectId: string;
    accountId: string;
    priority: Priority;
    moved: boolean;
  }>(
    `select id as "subjectId", sender_account_id as "accountId", priority,
       exists (select from referral f where f.centre_id = r.centre_id and f.follows_id = r.id) as moved
     from referral r where centre_id = $1 and id = any($2) order by id`,
    [work.centreId, moved.map(({ subjectId }) => subjectId)],
  );
  await writeLetters(
    work,
    lists.map(({ subjectId, accountId, priority, moved: hasMoved }) => {
      const kind = hasMoved ? REFERRAL_MOVED_ON : REFERRAL_REFUSED;
      const isNow = priority === "EMERGENCY";
      return {
        ...{ kind, accountId, subjectId },
        key: `${kind}:${subjectId}`,
        sendAt: isNow ? work.now : outsideQuietHours(work.now),
      };
    }),
  );
}

/** Both numbers, and by when the next answer is due. */
export async function composeMovedOn(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "KIPUS", null);
  const [moved] = await work.rows<{
    from: string;
    status: string;
    number: string;
    due_at: Date | null;
  }>(
    `select r.number as from, r.status, n.number, n.due_at from referral r
     join referral n on n.centre_id = r.centre_id and n.follows_id = r.id and n.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED')
     where r.centre_id = $1 and r.id = $2 and r.sender_account_id = $3`,
    [work.centreId, letter.subjectId, letter.accountId],
  );
  if (!holder || !moved) return null;
  const { say, address, language, footer } = holder;
  const due = until(moved.due_at);
  const what =
    moved.status === "DECLINED"
      ? {
          pl: `skierowanie ${moved.from} nie zostało przyjęte. Zgodnie z Twoim planem awaryjnym wyszło następne: ${moved.number}${due.pl.replace("odpowiedz do", "odpowiedź do")}.`,
          en: `referral ${moved.from} was declined. As your fallback list says, the next one went out: ${moved.number}${due.en}.`,
        }
      : {
          pl: `na skierowanie ${moved.from} nikt nie odpowiedział w terminie. Zgodnie z Twoim planem awaryjnym wyszło następne: ${moved.number}${due.pl.replace("odpowiedz do", "odpowiedź do")}.`,
          en: `nobody answered referral ${moved.from} in time. As your fallback list says, the next one went out: ${moved.number}${due.en}.`,
        };
  return {
    to: address,
    language,
    subject: say({
      pl: `Plan awaryjny: wysłane ${moved.number}`,
      en: `Fallback: ${moved.number} was sent`,
    }),
    paragraphs: [say({ pl: "Dzień dobry,", en: "Hello," }), say(what)],
    actions: [toReferrals(say)],
    footer,
  };
}
