// What the partner of an open referral may see of the person changes with a basis or a restriction: its timer looks, at once and at the next change.
import type { Work } from "../../events/index.js";

export const END_SIGHT = "end-sight";

/** Of every open referral of the case, or of those at one partner. */
export async function lookAnew(
  work: Work,
  { caseId, partnerId = null }: { caseId: string; partnerId?: string | null },
): Promise<void> {
  await work.inSystemsName(() =>
    work.rows(
      `select enqueue_job($4, r.id, $5) from referral_scope p
       join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
       where p.centre_id = $1 and p.case_id = $2 and r.partner_id = coalesce($3, r.partner_id) and r.finished_at is null`,
      [work.centreId, caseId, partnerId, END_SIGHT, work.now],
    ),
  );
}
