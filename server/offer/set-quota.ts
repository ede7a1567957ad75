// Setting a quota: the number of a service in another of one's centres, as who one is there, without acting there first.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import {
  authorize,
  membershipsOf,
  membersOfOrganisation,
} from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type { Actor, Member } from "../platform/permission/actor.js";
import { capacityPolicy } from "./offer.policy.js";
import { findService, unknownService } from "./offered-service.js";
import { Quota } from "./quota.js";
import { Service } from "./service.js";
import { CapacityInUse, CapacityMoved, setCapacity } from "./set-capacity.js";

@InputType({ description: "The new number of a quota." })
export class SetQuotaInput {
  @Field(() => ID, { description: "`membership.id` of the quota." })
  membershipId!: string;

  @Field(() => ID, { description: "`serviceId` of the quota." })
  serviceId!: string;

  @Field(() => Int, { description: "All units, taken ones included." })
  total!: number;

  @Field(() => Int, {
    description:
      "The version of the numbers that was on the screen; QuotaMoved if one changed since.",
  })
  ifVersion!: number;
}

@ObjectType({
  implements: Problem,
  description: "A number changed since the version that was on the screen.",
})
export class QuotaMoved extends Problem {
  @Field(() => Quota, { description: "The quota as it is now." })
  quota: Quota;

  constructor(message: string, quota: Quota) {
    super(message);
    this.quota = quota;
  }
}

export const SetQuotaPayload = createUnionType({
  name: "SetQuotaPayload",
  description: "Outcome of setting a quota.",
  types: () => [Quota, CapacityInUse, QuotaMoved, InvalidInput] as const,
});

export async function setQuota(
  context: Context,
  member: Member,
  { membershipId, ...input }: SetQuotaInput,
): Promise<typeof SetQuotaPayload> {
  const id = fromGlobalId("ViewerMembership", membershipId);
  const everywhere = await membersOfOrganisation(context, member);
  const acting = everywhere.find(({ assignmentId }) => assignmentId === id);
  const membership = (await membershipsOf(context, member)).find(
    ({ assignmentId }) => assignmentId === id,
  );
  if (!acting || !membership)
    return unknownNoun(context.say, "membershipId", {
      pl: "Nie ma takiego członkostwa.",
      en: "There is no such membership.",
    });
  const outcome = await transact(deskOf(context, acting), (work) =>
    setOwn(work, acting, input),
  );
  const quota = (service: Service) => {
    const { capacityAsOf: capacity } = service;
    if (!capacity) throw new Error("a set number is not known");
    return new Quota(acting, membership, service, capacity);
  };
  if (outcome instanceof Service) return quota(outcome);
  return outcome instanceof CapacityMoved
    ? new QuotaMoved(outcome.message, quota(outcome.service))
    : outcome;
}

/** Of the own organisation alone; on behalf of others the hub writes with a reason, and where it is. */
async function setOwn(
  work: Work,
  { partnerId }: Member,
  input: Pick<SetQuotaInput, "serviceId" | "total" | "ifVersion">,
) {
  const service = await findService(
    work,
    fromGlobalId("Service", input.serviceId),
  );
  if (service?.partnerId !== partnerId)
    return unknownService(work, "serviceId");
  authorize(work, capacityPolicy.confirm, service);
  return setCapacity(work, input);
}

/** What the operation has, but of who one is in the other centre. */
function deskOf(context: Context, actor: Actor): Desk {
  const { dataSource, now, say, keys, committed, requestId, door } = context;
  return {
    ...{ dataSource, actor, now, say, keys, committed, requestId, door },
    renew: () => context.renew(),
  };
}
