// The last day of a basis has passed: the partner of a referral that still runs sees its number alone, on open screens too.
import { basesCovering, ReferralScope } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { referralEvent } from "../move-referral.js";
import { Referral } from "../referral.js";
import { SIGHT_ENDED } from "../standing-events.js";

export const END_SIGHT = "end-sight";

export async function endSight(work: Work, id: string): Promise<void> {
  const { centreId, manager } = work;
  const referral = await manager.getRepository(Referral).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  const scope = await manager
    .getRepository(ReferralScope)
    .findOneBy({ centreId, referralId: id });
  if (!referral?.isOpen || !scope) return;
  const { partnerId, serviceId, disclosureLevel: level } = referral;
  const bases = await basesCovering(work, scope.caseId, {
    partnerId,
    serviceId,
    level,
  });
  const longest = bases
    .filter((basis) => basis.allows(scope.fields))
    .sort(
      (a, b) =>
        (b.validTo?.getTime() ?? Infinity) - (a.validTo?.getTime() ?? Infinity),
    )[0];
  if (!longest) work.record(referralEvent(referral, SIGHT_ENDED));
  // the queue's clock may be ahead of ours, or another basis goes on
  else if (longest.validTo) await work.enqueue(END_SIGHT, id, longest.validTo);
}
