// A programme is carried out under one partnership agreement at a time (domain 1.7).
import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import type { Agreement } from "./agreement.js";
import type { Terms } from "./terms.js";

/** Why it cannot be another one of its programme; null where its time is its own. Of two at once the second finds the first. */
export async function partneredOtherwise(
  work: Work,
  { centreId, id, kind }: Pick<Agreement, "centreId" | "id" | "kind">,
  {
    programmeId,
    validFrom,
    validTo,
    autoRenew,
  }: Pick<Terms, "programmeId" | "validFrom" | "validTo" | "autoRenew">,
): Promise<Words | null> {
  if (kind !== "PROGRAMME_PARTNERSHIP" || programmeId === null) return null;
  await work.alone(`partnership of programme ${centreId} ${programmeId}`);
  const day = localDate(work.now);
  const from = validFrom === null || validFrom < day ? day : validFrom;
  const [other] = await work.rows<{ number: string }>(
    `select a.number from agreement a
     where a.centre_id = $1 and a.id <> $2 and a.kind = 'PROGRAMME_PARTNERSHIP' and a.programme_id = $3
       and a.status in ('IN_NEGOTIATION', 'AGREED', 'SIGNED', 'ACTIVE', 'SUSPENDED')
       and coalesce(a.valid_from, '-infinity') <= coalesce($5::date, 'infinity')
       and coalesce(a.ended_on, case when not a.auto_renew then a.valid_to end, 'infinity') >= $4::date
     order by a.number limit 1`,
    [centreId, id, programmeId, from, autoRenew ? null : validTo],
  );
  return (
    (other && {
      pl: `Ten program ma już umowę partnerską na ten czas: ${other.number}. Zmień tamtą albo zacznij po jej ostatnim dniu.`,
      en: `This programme has its partnership agreement for that time already: ${other.number}. Amend that one, or begin after its last day.`,
    }) ??
    null
  );
}
