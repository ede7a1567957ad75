// Setting the number of places: by the provider, or by the hub on its behalf with a reason.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import { allows } from "../platform/permission/allows.js";
import type { Capacity } from "./capacity.js";
import { before, writeCapacity } from "./ledger.js";
import { capacityPolicy } from "./offer.policy.js";
import {
  lockOffered,
  unknownService,
  withCapacity,
} from "./offered-service.js";
import { Service } from "./service.js";

export const LARGEST_CAPACITY = 100_000;

@InputType({ description: "The new number of places of a service." })
export class SetCapacityInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "All units, taken ones included." })
  total!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Who waits at the provider without a referral; left out: unchanged.",
  })
  waitingOutside?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that was on the screen; CapacityMoved if a number changed since.",
  })
  ifVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why; required of the hub, who writes on behalf.",
  })
  reason?: string | null;
}

@ObjectType({
  implements: Problem,
  description: "A number changed since the version that was on the screen.",
})
export class CapacityMoved extends Problem {
  @Field(() => Service, { description: "The service as it is now." })
  service: Service;

  constructor(message: string, service: Service) {
    super(message);
    this.service = service;
  }
}

@ObjectType({
  implements: Problem,
  description: "More is taken than the new total.",
})
export class CapacityInUse extends Problem {
  @Field(() => Int, { description: "Taken now." })
  occupied: number;

  @Field(() => Int, { description: "Held and reserved now." })
  reserved: number;

  constructor(message: string, occupied: number, reserved: number) {
    super(message);
    this.occupied = occupied;
    this.reserved = reserved;
  }
}

export const SetCapacityPayload = createUnionType({
  name: "SetCapacityPayload",
  description: "Outcome of setting the number of places.",
  types: () => [Service, CapacityInUse, CapacityMoved, InvalidInput] as const,
});

export async function setCapacity(
  work: Work,
  input: SetCapacityInput,
): Promise<typeof SetCapacityPayload> {
  const offered = await lockOffered(
    work,
    fromGlobalId("Service", input.serviceId),
    capacityPolicy.set,
  );
  if (!offered) return unknownService(work, "serviceId");
  const { service, capacity } = offered;
  const onBehalf = !allows(capacityPolicy.confirm, work.actor, service);
  const problem = faults(work, input, onBehalf);
  if (problem) return problem;
  if (capacity.movedSince(input.ifVersion ?? capacity.version))
    return capacityMoved(work, withCapacity(service, capacity));
  const was = before(capacity);
  if (!capacity.setTotal(input.total))
    return new CapacityInUse(
      work.say(
        eatsKept(was, input.total) ?? {
          pl: `Zajęte: ${String(was.occupied)}, zatrzymane: ${String(was.reserved)}. Liczba nie może być mniejsza niż razem.`,
          en: `Taken: ${String(was.occupied)}, held: ${String(was.reserved)}. The number cannot be smaller than both together.`,
        },
      ),
      was.occupied,
      was.reserved,
    );
  capacity.waitingOutside = input.waitingOutside ?? capacity.waitingOutside;
  if (!onBehalf) capacity.confirm(work.now, nameOf(work));
  await writeCapacity(work, service, was, capacity, {
    kind:
      was.total === capacity.total && was.waiting !== capacity.waiting
        ? "WAITING"
        : "SET_TOTAL",
    reason: input.reason?.trim() ?? null,
    ...(onBehalf ? { onBehalfOf: service.partnerId } : {}),
  });
  return withCapacity(service, capacity);
}

/** Why not, where it is not the taken places alone. */
function eatsKept(capacity: Capacity, total: number): Words | null {
  const { occupied, reserved, kept, keptBy, leastTotal } = capacity;
  const { promised, promisedBy } = capacity;
  if (total < occupied + reserved) return null;
  if (promisedBy && promised > kept && promised === leastTotal)
    return {
      pl: `Umowa ${promisedBy} zatrzyma dla sieci tyle miejsc: ${String(promised)}, gdy zacznie albo znów zacznie obowiązywać. Liczba nie może być mniejsza niż ${String(leastTotal)}. O zmianę umowy poproś organizatorkę usług.`,
      en: `Agreement ${promisedBy} is going to keep so many places for the network: ${String(promised)}, when it comes into force or goes on. The number cannot be smaller than ${String(leastTotal)}. Ask the organiser of services about a change of the agreement.`,
    };
  if (!keptBy) return null;
  return {
    pl: `Umowa ${keptBy} zatrzymuje dla sieci tyle miejsc: ${String(kept)}. Liczba nie może być mniejsza niż ${String(leastTotal)}. O zmianę umowy poproś organizatorkę usług.`,
    en: `Agreement ${keptBy} keeps so many places for the network: ${String(kept)}. The number cannot be smaller than ${String(leastTotal)}. Ask the organiser of services about a change of the agreement.`,
  };
}

function faults(
  work: Work,
  input: SetCapacityInput,
  onBehalf: boolean,
): InvalidInput | null {
  const waiting = input.waitingOutside ?? 0;
  return new InputCheck(work.say)
    .that(input.total >= 0 && input.total <= LARGEST_CAPACITY, "total", {
      pl: "Podaj liczbę od 0 do 100 000.",
      en: "Give a number from 0 to 100,000.",
    })
    .that(waiting >= 0 && waiting <= LARGEST_CAPACITY, "waitingOutside", {
      pl: "Podaj liczbę od 0 do 100 000.",
      en: "Give a number from 0 to 100,000.",
    })
    .that((input.reason ?? "").length <= 500, "reason", {
      pl: "Powód może mieć do 500 znaków.",
      en: "A reason has at most 500 characters.",
    })
    .that(!holdsPesel(input.reason ?? ""), "reason", noPesel)
    .that(!onBehalf || Boolean(input.reason?.trim()), "reason", {
      pl: "Wpisujesz w imieniu partnera. Podaj powód.",
      en: "You write on behalf of the partner. Give a reason.",
    }).problem;
}

export function capacityMoved(work: Work, service: Service): CapacityMoved {
  return new CapacityMoved(
    work.say({
      pl: "W tym czasie ktoś zmienił tę liczbę. Zobacz, jaka jest teraz.",
      en: "Somebody changed this number meanwhile. See what it is now.",
    }),
    service,
  );
}

/** Who vouches, as the network reads it. */
export function nameOf(work: Work): string | null {
  return "name" in work.actor ? work.actor.name : null;
}
