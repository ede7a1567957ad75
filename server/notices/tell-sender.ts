// A coordinator is told what became of her referrals: at once where somebody in need was turned away, the rest together at three.
import type { NewEvent, Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import {
  nextWorkingDayAt,
  outsideQuietHours,
  writeLetters,
} from "../letters/index.js";
import { holderOf } from "./account-holder.js";
import { UNANSWERED } from "./clocks/tell-of-no-shows.js";
import {
  COUNTED,
  type Counted,
  listed,
  MOST_LISTED,
  toReferrals,
} from "./referral-words.js";
import type { Priority } from "./tell-of-referral.js";

export const REFERRAL_REFUSED = "referral-refused";
export const ANSWERS_DIGEST = "answers-digest";

/** Local time, on working days. */
const HOUR_OF_DIGEST = 15;

/** What a digest tells of. */
export const ANSWERS = [
  "ReferralAccepted",
  "ReferralDeclined",
  "ReferralWaitlisted",
  "ReferralExpired",
  "PlaceOffered",
  "InformationRequested",
  "AppearanceNoted",
  "ServiceSuggested",
] as const;

/** Of a referral in SQL: a meeting that was missed asks her something, one that was kept does not. */
const ASKS_HER = `exists (select from appointment p
  where p.centre_id = referral.centre_id and p.referral_id = referral.id and ${UNANSWERED})`;

const SUGGESTED = `exists (select from service_suggestion s
  where s.centre_id = referral.centre_id and s.referral_id = referral.id and s.decided_at is null)`;

export async function tellSender(
  work: Work,
  events: readonly NewEvent[],
): Promise<void> {
  const { actor } = work;
  // what she did herself is no news to her, and who came needs nothing of her
  const others = events.filter(
    ({ senderAccountId: sender, facts }) =>
      sender &&
      !("accountId" in actor && actor.accountId === sender) &&
      facts["step"] !== "CAME",
  );
  if (others.length === 0) return;
  await work.inSystemsName(async () => {
    const referrals = await work.rows<{
      id: string;
      accountId: string;
      priority: Priority;
    }>(
      `select id, sender_account_id as "accountId", priority from referral where centre_id = $1 and id = any($2)`,
      [work.centreId, others.map(({ subjectId }) => subjectId)],
    );
    const isRefused =
      others[0]?.type === "ReferralDeclined" ||
      others[0]?.type === "ReferralExpired";
    await writeLetters(
      work,
      referrals.map(({ id: subjectId, accountId, priority }) =>
        isRefused && priority !== "STANDARD"
          ? {
              kind: REFERRAL_REFUSED,
              accountId,
              subjectId,
              key: `${REFERRAL_REFUSED}:${subjectId}`,
              sendAt:
                priority === "EMERGENCY"
                  ? work.now
                  : outsideQuietHours(work.now),
            }
          : {
              kind: ANSWERS_DIGEST,
              accountId,
              key: `${ANSWERS_DIGEST}:${accountId}`,
              sendAt: nextWorkingDayAt(HOUR_OF_DIGEST, work.now),
            },
      ),
    );
  });
}

/** Nothing where she has already referred on, or her list of fallbacks does. */
export async function composeRefused(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "KIPUS", null);
  const [referral] = await work.rows<{ number: string; status: string }>(
    `select number, status from referral r
     where centre_id = $1 and id = $2 and sender_account_id = $3 and status in ('DECLINED', 'EXPIRED')
       and not exists (select from referral f where f.centre_id = $1 and f.follows_id = r.id)
       -- her list of fallbacks is about to move by itself
       and not exists (select from referral_chain c where c.centre_id = $1 and c.current_id = r.id and c.stopped_by is null)`,
    [work.centreId, letter.subjectId, letter.accountId],
  );
  if (!holder || !referral) return null;
  const { say, address, language, footer } = holder;
  const { number } = referral;
  const what =
    referral.status === "DECLINED"
      ? {
          pl: `skierowanie ${number} nie zostało przyjęte. Wybierz inne miejsce.`,
          en: `referral ${number} was declined. Choose another place.`,
        }
      : {
          pl: `na skierowanie ${number} nikt nie odpowiedział w terminie. Wybierz inne miejsce albo zadzwoń.`,
          en: `nobody answered referral ${number} in time. Choose another place, or call.`,
        };
  return {
    to: address,
    language,
    subject: say({
      pl: `Skierowanie ${number}: szukaj dalej`,
      en: `Referral ${number}: look further`,
    }),
    paragraphs: [say({ pl: "Dzień dobry,", en: "Hello," }), say(what)],
    actions: [toReferrals(say)],
    footer,
  };
}

/** What came since she last was here, or since the last digest; nothing where she has seen all. */
export async function composeDigest(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "KIPUS", null);
  if (!holder) return null;
  const answered = await work.rows<Counted & { number: string }>(
    `select number, ${COUNTED} from referral
     where centre_id = $1 and sender_account_id = $2
       and (status in ('ACCEPTED', 'DECLINED', 'WAITLISTED', 'OFFERED', 'EXPIRED', 'INFO_REQUESTED')
           -- a place may be offered, and something asked, although nobody has decided anything
           and (coalesce(decided_at, finished_at) is not null or status in ('OFFERED', 'INFO_REQUESTED'))
         or ${SUGGESTED})
       and exists (select from event e where e.centre_id = $1 and e.subject_id = referral.id and e.topic = 'REFERRAL'
         and e.type = any($4) and (e.type <> 'AppearanceNoted' or ${ASKS_HER})
         and (e.type <> 'ServiceSuggested' or ${SUGGESTED}) and e.position <= $3
         and e.at > coalesce((select max(last_used_at) from session where centre_id = $1 and account_id = $2), '-infinity')
         and e.position > coalesce((select max(read_to) from letter where centre_id = $1 and account_id = $2
           and kind = '${ANSWERS_DIGEST}' and sent_at is not null), 0))
     order by updated_at desc, id limit ${String(MOST_LISTED)}`,
    [work.centreId, letter.accountId, letter.readTo, ANSWERS],
  );
  const [first] = answered;
  if (!first) return null;
  const { say, address, language, footer } = holder;
  const count = String(first.ofAll);
  return {
    to: address,
    language,
    subject: say({
      pl: `Odpowiedzi na skierowania: ${count}`,
      en: `Answers to referrals: ${count}`,
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({ pl: "czekają na Ciebie odpowiedzi:", en: "answers wait for you:" }),
      listed(answered, ({ number }) => number, say),
    ],
    actions: [toReferrals(say)],
    footer,
  };
}
