// An agreement waits for a party's consent or signature: whoever speaks for that party is told, once for all that waits.
import type { NewEvent, Work } from "../events/index.js";
import { Role } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { localDate } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import { holderOf } from "./account-holder.js";
import { MOST_IN_ONE, saidOf, writeGathered } from "./agreement-words.js";

export const AGREEMENT_AWAITS = "agreement-awaits";

/** After these some party may be asked for its word. */
export const ASKS_PARTIES = [
  "AgreementProposed",
  "AgreementChanged",
  "AgreementPartyAgreed",
  "AgreementAmendmentProposed",
] as const;

type Awaited = "CONSENT" | "SIGNATURE" | "AMENDMENT";

/** As `movesOf` answers AGREE and SIGN, a row for each party that is asked; $2 is today. */
const AWAITING = `select a.id, a.number, y.partner_id, case a.status
    when 'IN_NEGOTIATION' then 'CONSENT' when 'AGREED' then 'SIGNATURE' else 'AMENDMENT' end as awaited
  from agreement a
  join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id
    and (y.left_on is null or y.left_on > $2::date)
  join partner p on p.centre_id = y.centre_id and p.id = y.partner_id and p.status <> 'FORMER'
  left join agreement_version v on v.centre_id = a.centre_id and v.agreement_id = a.id and v.status = 'PROPOSED'
  left join agreement_version_party s on s.centre_id = v.centre_id and s.agreement_id = v.agreement_id
    and s.revision = v.revision and s.partner_id = y.partner_id
  where a.centre_id = $1 and (a.status = 'IN_NEGOTIATION' and y.agreed_on is null
    or a.status = 'AGREED' and y.signed_on is null
    or a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and a.ended_on is null
      and (a.valid_to is null or a.valid_to >= $2::date) and s.partner_id is not null and s.signed_on is null)`;

export async function tellOfAwaitingAgreements(
  work: Work,
  { type, subjectId, facts }: NewEvent,
): Promise<void> {
  // one yes of several asks nobody for anything: the last one asks for signatures
  if (type === "AgreementPartyAgreed" && facts["status"] !== "AGREED") return;
  await work.inSystemsName(async () => {
    const asked = await work.rows<{ accountId: string; partnerId: string }>(
      `select distinct g.account_id as "accountId", g.partner_id as "partnerId" from (${AWAITING}) w
       join assignment g on g.centre_id = $1 and g.partner_id = w.partner_id and g.ended_at is null
         and g.locked_at is null and ('${Role.PARTNER_ADMIN}' = any(g.roles) or '${Role.DIRECTOR}' = any(g.roles))
       join account c on c.id = g.account_id and c.status = 'ACTIVE'
       where w.id = $3`,
      [work.centreId, localDate(work.now), subjectId],
    );
    await writeGathered(work, AGREEMENT_AWAITS, asked);
  });
}

const AWAITED: Record<Awaited, Words> = {
  CONSENT: { pl: "czeka na zgodę", en: "waits for consent" },
  SIGNATURE: { pl: "czeka na podpis", en: "waits for a signature" },
  AMENDMENT: {
    pl: "aneks czeka na podpis",
    en: "an amendment waits for a signature",
  },
};

/** All that waits then; nothing where the organisation has said its word meanwhile, or is not asked any more. */
export async function composeAwaiting(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const { partnerId } = letter;
  const holder =
    (await holderOf(work, letter, "PARTNER_ADMIN", partnerId)) ??
    (await holderOf(work, letter, "DIRECTOR", partnerId));
  if (!holder) return null;
  const waiting = await work.rows<{
    id: string;
    number: string;
    awaited: Awaited;
  }>(
    `select id, number, awaited from (${AWAITING}) w where partner_id = $3
     order by length(number), number limit ${String(MOST_IN_ONE)}`,
    [work.centreId, localDate(work.now), partnerId],
  );
  if (waiting.length === 0) return null;
  const { say, address, language, footer } = holder;
  const { subject, lines, action } = saidOf(
    say,
    waiting.map(({ awaited, ...one }) => ({ ...one, words: AWAITED[awaited] })),
    {
      pl: "Umowy czekają na Twoją organizację",
      en: "Agreements wait for your organisation",
    },
  );
  return {
    to: address,
    language,
    subject,
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: "to czeka na Twoją organizację:",
        en: "this waits for your organisation:",
      }),
      lines,
      say({
        pl: "Przeczytaj treść. Jeśli coś ma być inaczej, napisz to przy umowie.",
        en: "Read the terms. If something should be different, say so beside the agreement.",
      }),
    ],
    actions: [action],
    footer,
  };
}
