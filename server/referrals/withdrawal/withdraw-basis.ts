// She takes back what she agreed to: every open referral that rests on it is withdrawn in the same transaction, an ended one is closed, and the partner sees nothing of her from there on.
import { createUnionType, Field, ID, InputType } from "type-graphql";
import { In, IsNull } from "typeorm";

import {
  basesCovering,
  DisclosureBasis,
  endBasis,
  lockOwnBasis,
  ReferralScope,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { moveLocked } from "../move-referral.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { openStates, terminal } from "../transitions.js";
import { becomeWithdrawn } from "../withdraw-referral.js";
import { closeEnded } from "./close-ended.js";
import { askWhatIsKept } from "./keeping.js";

@InputType({ description: "Which basis is withdrawn." })
export class WithdrawBasisInput {
  @Field(() => ID, { description: "Which basis." })
  basisId!: string;
}

export const WithdrawBasisPayload = createUnionType({
  name: "WithdrawBasisPayload",
  description: "Outcome of withdrawing a basis.",
  types: () => [DisclosureBasis, InvalidInput] as const,
});

export async function withdrawBasis(
  work: Work,
  { basisId }: WithdrawBasisInput,
): Promise<typeof WithdrawBasisPayload> {
  const basis = await lockOwnBasis(work, basisId, "BasisWithdrawn");
  if (!(basis instanceof DisclosureBasis)) return basis;
  // done already: whoever asks again is told that it stands
  if (!basis.mayBeWithdrawn) return basis;
  const resting = await restingOn(work, basis);
  // the case is held: referrals, what they were sent on, then their numbers, as whoever moves them does (decision 0099)
  await work.rows(
    `select id from referral where centre_id = $1 and id = any($2) order by service_id, id for update`,
    [work.centreId, resting],
  );
  await work.inSystemsName(() =>
    work.rows(
      `select b.id from disclosure_basis b where b.centre_id = $1 and (b.id = $2 or b.basis = 'VITAL_INTEREST'
       and exists (select from referral_scope p where p.centre_id = b.centre_id and p.basis_id = b.id
         and p.referral_id = any($3)))
     order by b.id for update`,
      [work.centreId, basis.id, resting],
    ),
  );
  await endBasis(work, basis, "WITHDRAWN");
  for (const id of resting) {
    if (await closeEnded(work, id)) continue;
    const moved = await moveLocked(
      work,
      id,
      {
        to: "WITHDRAWN",
        sides: ["COORDINATOR"],
        event: "ReferralWithdrawn",
        permission: referralPolicy.withdraw,
      },
      (referral, numbers, was) =>
        becomeWithdrawn(work, referral, {
          ...{ numbers, was, reason: null },
          basisWithdrawn: true,
        }),
    );
    if (moved instanceof Referral && !moved.vanished)
      await askWhatIsKept(work, moved);
  }
  return basis;
}

/**
 * Sent on it, or covered by nothing else, and neither masked nor closed; in the order of their services, as others lock
 * them. What goes on under a renewal no longer rests on a basis that has run out.
 */
export async function restingOn(
  work: Work,
  basis: DisclosureBasis,
): Promise<string[]> {
  const { centreId, caseId, partnerId } = basis;
  const scopes = await work.manager
    .getRepository(ReferralScope)
    .findBy({ centreId, caseId });
  const referrals = await work.manager.getRepository(Referral).find({
    where: {
      centreId,
      partnerId,
      id: In(scopes.map(({ referralId }) => referralId)),
      status: In([...openStates, ...terminal]),
      ...{ basisWithdrawn: false, vanished: false, maskedAt: IsNull() },
    },
    order: { serviceId: "ASC", id: "ASC" },
  });
  const hasRunOut = basis.validTo !== null && basis.validTo <= work.now;
  const resting: string[] = [];
  for (const referral of referrals) {
    const { id, serviceId, disclosureLevel: level, priority } = referral;
    const scope = scopes.find(({ referralId }) => referralId === id);
    if (!scope) continue;
    const asked = { partnerId, serviceId, level, priority };
    const reached =
      (basis.serviceId === null || basis.serviceId === serviceId) &&
      basis.allows(scope.fields);
    const others = reached ? await basesCovering(work, caseId, asked) : [];
    const rests =
      (scope.basisId === basis.id && !(hasRunOut && referral.isOpen)) ||
      (reached &&
        !others.some(
          (other) => other.id !== basis.id && other.allows(scope.fields),
        ));
    if (rests) resting.push(id);
  }
  return resting;
}
