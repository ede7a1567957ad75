// Vouching for numbers that have not changed: one, or all the rest at once.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { before, lockCapacities, writeCapacity } from "./ledger.js";
import { capacityPolicy } from "./offer.policy.js";
import {
  findService,
  lockOffered,
  unknownService,
  withCapacity,
} from "./offered-service.js";
import { Service } from "./service.js";
import { nameOf } from "./set-capacity.js";

const MOST_AT_ONCE = 100;

@InputType({ description: "Which number is still true." })
export class ConfirmCapacityInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;
}

@InputType({ description: "A number as it was on the screen." })
export class SeenService {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  version!: number;
}

@InputType({ description: "Numbers that are still true, at most 100." })
export class ConfirmServicesInput {
  @Field(() => [SeenService], { description: "What was on the screen." })
  services!: SeenService[];
}

@ObjectType({ description: "What was confirmed, and what had moved." })
export class ServicesConfirmed {
  @Field(() => [Service], { description: "Confirmed now." })
  confirmed!: Service[];

  @Field(() => [Service], {
    description:
      "A number changed since; not confirmed. A confirmation alone moves nothing.",
  })
  moved!: Service[];
}

export const ConfirmCapacityPayload = createUnionType({
  name: "ConfirmCapacityPayload",
  description: "Outcome of confirming a number.",
  types: () => [Service, InvalidInput] as const,
});

export const ConfirmServicesPayload = createUnionType({
  name: "ConfirmServicesPayload",
  description: "Outcome of confirming many numbers.",
  types: () => [ServicesConfirmed, InvalidInput] as const,
});

export async function confirmCapacity(
  work: Work,
  input: ConfirmCapacityInput,
): Promise<typeof ConfirmCapacityPayload> {
  const offered = await lockOffered(
    work,
    fromGlobalId("Service", input.serviceId),
    capacityPolicy.confirm,
  );
  if (!offered) return unknownService(work, "serviceId");
  const { service, capacity } = offered;
  const was = before(capacity);
  capacity.confirm(work.now, nameOf(work));
  await writeCapacity(work, service, was, capacity, { kind: "CONFIRM" });
  return withCapacity(service, capacity);
}

export async function confirmServices(
  work: Work,
  input: ConfirmServicesInput,
): Promise<typeof ConfirmServicesPayload> {
  const seen = new Map(
    input.services.map(({ serviceId, version }) => [
      fromGlobalId("Service", serviceId),
      version,
    ]),
  );
  const problem = new InputCheck(work.say)
    .that(
      input.services.length >= 1 && input.services.length <= MOST_AT_ONCE,
      "services",
      { pl: "Podaj od 1 do 100 usług.", en: "Give from 1 to 100 services." },
    )
    .that(seen.size === input.services.length, "services", {
      pl: "Podaj każdą usługę tylko raz.",
      en: "Give each service only once.",
    }).problem;
  if (problem) return problem;
  const services: Service[] = [];
  for (const [place, id] of [...seen.keys()].entries()) {
    const service = await findService(work, id);
    if (!service)
      return unknownService(work, `services.${String(place)}.serviceId`);
    authorize(work, capacityPolicy.confirm, service);
    services.push(service);
  }
  const capacities = await lockCapacities(work, [...seen.keys()]);
  const outcome: ServicesConfirmed = Object.assign(new ServicesConfirmed(), {
    confirmed: [],
    moved: [],
  });
  for (const service of services) {
    const capacity = capacities.get(service.id);
    if (!capacity) continue;
    if (capacity.movedSince(seen.get(service.id) ?? 0)) {
      outcome.moved.push(withCapacity(service, capacity));
      continue;
    }
    const was = before(capacity);
    capacity.confirm(work.now, nameOf(work));
    await writeCapacity(work, service, was, capacity, { kind: "CONFIRM" });
    outcome.confirmed.push(withCapacity(service, capacity));
  }
  return outcome;
}
