// What the partner of an open referral may see of the person changes with a basis: its timer looks, at once and at the next change.
import type { Work } from "../../events/index.js";
import type { DisclosureBasis } from "../bases/disclosure-basis.js";

export const END_SIGHT = "end-sight";

/** Of every open referral for which a new basis may count. */
export async function lookAnew(
  work: Work,
  { centreId, caseId, partnerId }: DisclosureBasis,
): Promise<void> {
  const open = await work.rows<{ id: string }>(
    `select r.id from referral_scope p join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
     where p.centre_id = $1 and p.case_id = $2 and r.partner_id = $3 and r.finished_at is null`,
    [centreId, caseId, partnerId],
  );
  for (const { id } of open) await work.enqueue(END_SIGHT, id, work.now);
}
