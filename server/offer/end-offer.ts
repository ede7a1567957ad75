// The end of an offer, and the way back: the service itself and its numbers; what was open there is not its to say.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import {
  isKept,
  lockKept,
  saveService,
  ServiceMoved,
  serviceMoved,
} from "./change-service.js";
import { before, writeCapacity } from "./ledger.js";
import { goOn } from "./resume-service.js";
import { Service } from "./service.js";

export async function endOffer(
  work: Work,
  asked: { serviceId: string; ifVersion: number },
): Promise<Service | ServiceMoved | InvalidInput> {
  const kept = await lockKept(work, asked);
  if (!isKept(kept)) return kept;
  const { service, capacity } = kept;
  if (service.status === "WITHDRAWN") return serviceMoved(work, kept);
  service.status = "WITHDRAWN";
  service.suspendedUntil = null;
  if (!capacity.suspended) {
    const was = before(capacity);
    capacity.suspended = true;
    await writeCapacity(work, service, was, capacity, { kind: "SUSPEND" });
  }
  return saveService(work, kept, "ServiceWithdrawn");
}

@InputType({ description: "Which withdrawn service is offered again." })
export class RestoreServiceInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export const RestoreServicePayload = createUnionType({
  name: "RestoreServicePayload",
  description: "Outcome of offering a withdrawn service again.",
  types: () => [Service, ServiceMoved, InvalidInput] as const,
});

/** Whatever was given back stays so: somebody may have found another place by now. */
export async function restoreService(
  work: Work,
  input: RestoreServiceInput,
): Promise<typeof RestoreServicePayload> {
  const kept = await lockKept(work, input);
  if (!isKept(kept)) return kept;
  return kept.service.status === "WITHDRAWN"
    ? goOn(work, kept, "ServiceRestored")
    : serviceMoved(work, kept);
}
