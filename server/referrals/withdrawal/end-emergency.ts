// What was begun on nobody's word, for an emergency, ends with the last open referral that was sent on it, however that ends.
import { lookAnew } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { Referral } from "../referral.js";
import { openStates } from "../transitions.js";

/** By rule, whoever moved the referral; the basis is held, so that nobody sends on it meanwhile. */
export async function endEmergency(
  work: Work,
  { id, isOpen, priority, disclosureLevel }: Referral,
): Promise<void> {
  if (isOpen || priority !== "EMERGENCY" || disclosureLevel !== "L1_CONTACT")
    return;
  const { centreId, now } = work;
  await work.inSystemsName(async () => {
    const [basis] = await work.rows<{ id: string }>(
      `select b.id from referral_scope p
       join disclosure_basis b on b.centre_id = p.centre_id and b.id = p.basis_id
       where p.centre_id = $1 and p.referral_id = $2 and b.basis = 'VITAL_INTEREST' and b.revoked_at is null
       for update of b`,
      [centreId, id],
    );
    if (!basis) return;
    // as it is now, after whoever was sending on it is done
    const [ended] = await work.rows<{ case_id: string; partner_id: string }>(
      `update disclosure_basis b set revoked_at = $3, ended_by = 'WITHDRAWN'
       where b.centre_id = $1 and b.id = $2 and not exists (select from referral_scope p
         join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
         where p.centre_id = b.centre_id and p.basis_id = b.id and r.status = any($4))
       returning b.case_id, b.partner_id`,
      [centreId, basis.id, now, openStates],
    );
    if (!ended) return;
    await lookAnew(work, {
      caseId: ended.case_id,
      partnerId: ended.partner_id,
    });
  });
}
