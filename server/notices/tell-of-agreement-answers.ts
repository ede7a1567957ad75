// The organisers are told what parties answered to an agreement: remarks, that all others have signed, that it does not come about, or that something keeps it back.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { localDate } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import { holderOf } from "./account-holder.js";
import { MOST_IN_ONE, saidOf, writeGathered } from "./agreement-words.js";

export const AGREEMENT_ANSWERS = "agreement-answers";

/** What parties do, and what came of it. */
export const ANSWERS_AGREEMENT = [
  "AgreementRemarkMade",
  "AgreementPartySigned",
  "AgreementRejected",
  "AgreementAmendmentRejected",
  "AgreementAmendmentHeld",
] as const;

/** Which parties of `a` have still to sign it, or its amendment `v`; $2 is today. */
const UNSIGNED = `select y.partner_id, y.is_required from agreement_party y
  left join agreement_version_party s on s.centre_id = v.centre_id and s.agreement_id = v.agreement_id
    and s.revision = v.revision and s.partner_id = y.partner_id
  where y.centre_id = a.centre_id and y.agreement_id = a.id and (y.left_on is null or y.left_on > $2::date)
    and (a.status = 'AGREED' and y.signed_on is null or s.partner_id is not null and s.signed_on is null)`;

/** Whether nobody but the hub is to sign any more. */
const OTHERS_SIGNED = `not exists (select from (${UNSIGNED}) u where u.is_required and u.partner_id <> z.hub_partner_id)`;

const FROM_AGREEMENT = `from agreement a join centre z on z.id = a.centre_id
  left join agreement_version v on v.centre_id = a.centre_id and v.agreement_id = a.id and v.status = 'PROPOSED'
  where a.centre_id = $1`;

export async function tellOfAgreementAnswers(
  work: Work,
  { subjectId, type }: NewEvent,
): Promise<void> {
  const own = "partnerId" in work.actor ? work.actor.partnerId : null;
  if (!own && type !== "AgreementAmendmentHeld") return;
  await work.inSystemsName(async () => {
    const organisers = await work.rows<{ accountId: string }>(
      `select distinct g.account_id as "accountId" from assignment g
       join account c on c.id = g.account_id and c.status = 'ACTIVE'
       where g.centre_id = $1 and g.ended_at is null and g.locked_at is null and '${Role.OUS}' = any(g.roles)
         and exists (select ${FROM_AGREEMENT} and a.id = $3
           -- what is done at the centre is known there
           and ($4::uuid is null or z.hub_partner_id <> $4) and ($5 <> 'AgreementPartySigned' or ${OTHERS_SIGNED}))`,
      [work.centreId, localDate(work.now), subjectId, own, type],
    );
    await writeGathered(work, AGREEMENT_ANSWERS, organisers);
  });
}

type Answer =
  | "REMARKS"
  | "OTHERS_SIGNED"
  | "ALL_SIGNED"
  | "NOT_MADE"
  | "NOT_AMENDED"
  | "HELD";

/** What was answered since it was written and still stands. */
export async function composeAgreementAnswers(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "OUS", null);
  if (!holder) return null;
  const answered = await work.rows<{
    id: string;
    number: string;
    answer: Answer;
  }>(
    `with since as (
       select a.id, a.number, a.status, v.revision is not null as amending, ${OTHERS_SIGNED} as others_signed,
         exists (select from (${UNSIGNED}) u where u.partner_id = z.hub_partner_id) as hub_lacks,
         (select coalesce(array_agg(e.type), '{}') from event e where e.centre_id = a.centre_id and e.subject_id = a.id
           and e.at >= $3 and e.type = any($4) and e.actor_partner_id <> z.hub_partner_id) as types,
         exists (select from agreement_version h where h.centre_id = a.centre_id and h.agreement_id = a.id
           and h.held_on >= ($3::timestamptz at time zone 'Europe/Warsaw')::date) as held,
         exists (select from agreement_remark r where r.centre_id = a.centre_id and r.agreement_id = a.id and r.made_at >= $3
           and r.partner_id <> z.hub_partner_id and not exists (select from agreement_remark h where h.centre_id = r.centre_id
             and h.agreement_id = r.agreement_id and h.partner_id = z.hub_partner_id and h.made_at > r.made_at)) as remarks
       ${FROM_AGREEMENT}
     ), answers as (
       select id, number, case
         when held then 'HELD'
         when status = 'REJECTED' and 'AgreementRejected' = any(types) then 'NOT_MADE'
         when not amending and status in ('SIGNED', 'ACTIVE', 'SUSPENDED')
           and 'AgreementAmendmentRejected' = any(types) then 'NOT_AMENDED'
         when (status = 'AGREED' or amending) and 'AgreementPartySigned' = any(types) and others_signed and hub_lacks then 'OTHERS_SIGNED'
         when status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and 'AgreementPartySigned' = any(types) and others_signed then 'ALL_SIGNED'
         when (status in ('IN_NEGOTIATION', 'AGREED') or amending) and remarks then 'REMARKS' end as answer
       from since)
     select id, number, answer from answers where answer is not null
     order by length(number), number limit ${String(MOST_IN_ONE)}`,
    [work.centreId, localDate(work.now), letter.writtenAt, ANSWERS_AGREEMENT],
  );
  if (answered.length === 0) return null;
  const { say, address, language, footer } = holder;
  const { subject, lines, action } = saidOf(
    say,
    answered.map(({ answer, ...one }) => ({ ...one, words: ANSWERED[answer] })),
    { pl: "Odpowiedzi stron umów", en: "Answers of parties to agreements" },
  );
  return {
    to: address,
    language,
    subject,
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say(
        answered.some(({ answer }) => answer === "HELD")
          ? {
              pl: "zajrzyj do tych umów:",
              en: "look at these agreements:",
            }
          : { pl: "strony odpowiedziały:", en: "the parties have answered:" },
      ),
      lines,
    ],
    actions: [action],
    footer,
  };
}

const ANSWERED: Record<Answer, Words> = {
  REMARKS: {
    pl: "są nowe uwagi do treści",
    en: "there are new remarks on the terms",
  },
  OTHERS_SIGNED: {
    pl: "podpisały wszystkie inne strony, brakuje podpisu CUS",
    en: "all other parties have signed, the centre's signature is missing",
  },
  ALL_SIGNED: {
    pl: "podpisały wszystkie strony",
    en: "all parties have signed",
  },
  NOT_MADE: { pl: "nie dojdzie do skutku", en: "does not come about" },
  NOT_AMENDED: {
    pl: "aneks nie dojdzie do skutku",
    en: "the amendment does not come about",
  },
  HELD: {
    pl: "aneks, który podpisali wszyscy, nie wszedł w życie w swoim dniu",
    en: "an amendment that all have signed did not take force on its day",
  },
};
