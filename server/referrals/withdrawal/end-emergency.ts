// What was begun on nobody's word, for an emergency, ends with the last open referral that was sent on it, however that ends.
import { lookAnew } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { Referral } from "../referral.js";
import { openStates } from "../transitions.js";

/**
 * By rule, whoever moves the referral; nobody sends on it until the work ends. Held between the referral and its
 * numbers, as whoever withdraws it or sends on it holds them, so that nobody waits in a circle (decision 0099).
 * @returns null where it was not sent so
 */
export async function holdEmergency(
  work: Work,
  { id, isOpen, priority, disclosureLevel }: Referral,
): Promise<string | null> {
  if (isOpen || priority !== "EMERGENCY" || disclosureLevel !== "L1_CONTACT")
    return null;
  const [basis] = await work.inSystemsName(() =>
    work.rows<{ id: string }>(
      `select b.id from referral_scope p
       join disclosure_basis b on b.centre_id = p.centre_id and b.id = p.basis_id
       where p.centre_id = $1 and p.referral_id = $2 and b.basis = 'VITAL_INTEREST' and b.revoked_at is null
       for update of b`,
      [work.centreId, id],
    ),
  );
  return basis?.id ?? null;
}

export async function endEmergency(work: Work, basisId: string): Promise<void> {
  const { centreId, now } = work;
  await work.inSystemsName(async () => {
    // as it is now, after whoever was sending on it is done
    const [ended] = await work.rows<{ case_id: string; partner_id: string }>(
      `update disclosure_basis b set revoked_at = $3, ended_by = 'WITHDRAWN'
       where b.centre_id = $1 and b.id = $2 and b.revoked_at is null and not exists (select from referral_scope p
         join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
         where p.centre_id = b.centre_id and p.basis_id = b.id and r.status = any($4))
       returning b.case_id, b.partner_id`,
      [centreId, basisId, now, openStates],
    );
    if (!ended) return;
    await lookAnew(work, {
      caseId: ended.case_id,
      partnerId: ended.partner_id,
    });
  });
}
