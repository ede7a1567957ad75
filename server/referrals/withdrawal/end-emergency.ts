// What was begun on nobody's word, for an emergency, ends with the last open referral that was sent on it.
import { In, IsNull } from "typeorm";

import {
  DisclosureBasis,
  endBasis,
  lockOwnCase,
  ReferralScope,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { Referral } from "../referral.js";
import { openStates } from "../transitions.js";

/** Of a case of the actor's own; null where it rests on somebody's word. */
async function basisOfEmergency(
  work: Work,
  referralId: string,
): Promise<DisclosureBasis | null> {
  const { centreId, manager } = work;
  const scope = await manager
    .getRepository(ReferralScope)
    .findOneBy({ centreId, referralId });
  return (
    scope &&
    manager.getRepository(DisclosureBasis).findOneBy({
      centreId,
      id: scope.basisId,
      basis: "VITAL_INTEREST",
      revokedAt: IsNull(),
    })
  );
}

/** The case before its referrals, as whoever sends or takes back a basis locks them. */
export async function holdEmergency(
  work: Work,
  referralId: string,
): Promise<void> {
  const basis = await basisOfEmergency(work, referralId);
  if (basis)
    await lockOwnCase(work, toGlobalId("Case", basis.caseId), {
      action: "UPDATE",
      change: "BasisWithdrawn",
    });
}

export async function endEmergency(
  work: Work,
  { centreId, id }: Referral,
): Promise<void> {
  const basis = await basisOfEmergency(work, id);
  if (!basis) return;
  const sentOn = await work.manager
    .getRepository(ReferralScope)
    .findBy({ centreId, basisId: basis.id });
  const goesOn = await work.manager.getRepository(Referral).existsBy({
    centreId,
    id: In(
      sentOn.map(({ referralId }) => referralId).filter((one) => one !== id),
    ),
    status: In([...openStates]),
  });
  if (!goesOn) await endBasis(work, basis, "WITHDRAWN");
}
