// Somebody came to the provider, or left, without a referral.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { before, writeCapacity } from "./ledger.js";
import { NoFreePlace } from "./no-free-place.js";
import { capacityPolicy } from "./offer.policy.js";
import {
  lockOffered,
  unknownService,
  withCapacity,
} from "./offered-service.js";
import { Service } from "./service.js";
import { CapacityMoved, capacityMoved, nameOf } from "./set-capacity.js";

const LARGEST_CHANGE = 1000;

@InputType({ description: "Who came or left without a referral." })
export class RecordWalkInInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, {
    description: "Units: above 0 somebody came, below 0 somebody left.",
  })
  change!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that was on the screen; CapacityMoved if a number changed since.",
  })
  ifVersion?: number | null;
}

export const RecordWalkInPayload = createUnionType({
  name: "RecordWalkInPayload",
  description: "Outcome of counting somebody in or out.",
  types: () =>
    [
      Service,
      NoFreePlace,
      CapacityMoved,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export async function recordWalkIn(
  work: Work,
  input: RecordWalkInInput,
): Promise<typeof RecordWalkInPayload> {
  const serviceId = fromGlobalId("Service", input.serviceId);
  const problem = new InputCheck(work.say)
    .key(input.requestKey)
    .that(
      input.change !== 0 && Math.abs(input.change) <= LARGEST_CHANGE,
      "change",
      {
        pl: "Podaj zmianę od −1000 do 1000, różną od zera.",
        en: "Give a change from −1000 to 1000, but not zero.",
      },
    ).problem;
  if (problem) return problem;
  const taken = await takeRequestKey(
    work,
    "recordWalkIn",
    input.requestKey,
    input,
    serviceId,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const offered = await lockOffered(
    work,
    serviceId,
    capacityPolicy.recordWalkIn,
  );
  if (!offered) return unknownService(work, "serviceId");
  const { service, capacity } = offered;
  if (taken.repeats) return withCapacity(service, capacity);
  if (capacity.movedSince(input.ifVersion ?? capacity.version))
    return capacityMoved(work, withCapacity(service, capacity));
  const was = before(capacity);
  if (!capacity.walkIn(input.change))
    return input.change > 0
      ? new NoFreePlace(
          work.say(
            capacity.keptBy && input.change > capacity.leftForOutsiders
              ? {
                  pl: `Pozostałe miejsca są zatrzymane dla sieci (umowa ${capacity.keptBy}). O zmianę umowy poproś organizatorkę usług.`,
                  en: `The other places are kept for the network (agreement ${capacity.keptBy}). Ask the organiser of services about a change of the agreement.`,
                }
              : {
                  pl: "Pozostałe miejsca są zajęte lub zatrzymane.",
                  en: "The other places are taken or held.",
                },
          ),
          { serviceId, area: service.area, units: input.change },
        )
      : (new InputCheck(work.say).that(false, "change", {
          pl: "Tyle osób tu nie ma: zajęte są miejsca ze skierowań.",
          en: "So many are not here: the taken places are those of referrals.",
        }).problem ?? unknownService(work, "serviceId"));
  capacity.confirm(work.now, nameOf(work));
  await writeCapacity(work, service, was, capacity, { kind: "WALK_IN" });
  return withCapacity(service, capacity);
}
