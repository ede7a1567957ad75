// A partner says anew what its service is; whoever watches sees it at once.
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
} from "../platform/graphql/problem.js";
import { factsOf } from "./ledger.js";
import { servicePolicy } from "./offer.policy.js";
import {
  lockOffered,
  type Offered,
  unknownService,
  withCapacity,
} from "./offered-service.js";
import { Service } from "./service.js";
import { needsNoReferral } from "./service-kind.js";
import {
  checkWords,
  ServiceWordsInput,
  writtenWords,
} from "./service-words.js";

@InputType({ description: "What a service is from now on." })
export class ChangeServiceInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => ServiceWordsInput, { description: "What is said of it." })
  words!: ServiceWordsInput;
}

@ObjectType({
  implements: Problem,
  description: "Somebody changed the service. Nothing was changed.",
})
export class ServiceMoved extends Problem {
  @Field(() => Service, { description: "The service as it is now." })
  service: Service;

  constructor(message: string, service: Service) {
    super(message);
    this.service = service;
  }
}

export const ChangeServicePayload = createUnionType({
  name: "ChangeServicePayload",
  description: "Outcome of changing a service.",
  types: () => [Service, ServiceMoved, InvalidInput] as const,
});

export async function changeService(
  work: Work,
  input: ChangeServiceInput,
): Promise<typeof ChangeServicePayload> {
  const kept = await lockKept(work, input);
  if (!isKept(kept)) return kept;
  const { service, capacity } = kept;
  if (service.status === "WITHDRAWN") return serviceMoved(work, kept);
  const words = writtenWords(input.words);
  const check = checkWords(new InputCheck(work.say), input.words);
  const keepsEntry =
    words.entryMode === service.entryMode ||
    !(await hasOpenReferrals(work, service));
  const fits = !service.supporting || needsNoReferral(words.entryMode);
  const { problem } = check
    .that(keepsEntry, "words.entryMode", {
      pl: "Są skierowania w toku. Sposób wejścia zmienisz, gdy się zakończą.",
      en: "Referrals are open. How people get in can change once they have ended.",
    })
    .that(fits, "words.entryMode", {
      pl: "Działanie wspierające jest bez zapisów albo na wejściówki.",
      en: "A supporting activity is open to everybody, or takes tokens.",
    });
  if (problem) return problem;
  return saveService(
    work,
    { service: Object.assign(service, words), capacity },
    "ServiceChanged",
  );
}

export const isKept = (kept: object): kept is Offered => "capacity" in kept;

/** Nobody else changes it, refers to it or counts in it until the work ends. */
export async function lockKept(
  work: Work,
  asked: { serviceId: string; ifVersion: number },
): Promise<Offered | ServiceMoved | InvalidInput> {
  const offered = await lockOffered(
    work,
    fromGlobalId("Service", asked.serviceId),
    servicePolicy.keep,
  );
  if (!offered) return unknownService(work, "serviceId");
  const { capacity } = offered;
  const { centreId, id } = offered.service;
  const service = await work.manager.getRepository(Service).findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  return service.version === asked.ifVersion
    ? { service, capacity }
    : serviceMoved(work, { service, capacity });
}

export function serviceMoved(
  work: Work,
  { service, capacity }: Offered,
): ServiceMoved {
  return new ServiceMoved(
    work.say({
      pl: "W tym czasie ktoś zmienił tę usługę. Zobacz, jaka jest teraz.",
      en: "Somebody changed this service meanwhile. See what it is now.",
    }),
    withCapacity(service, capacity),
  );
}

async function hasOpenReferrals(work: Work, { id }: Service): Promise<boolean> {
  const [row] = await work.rows<{ open: number }>(
    `select referrals_open_to($1) as open`,
    [id],
  );
  return (row?.open ?? 0) > 0;
}

/** What becomes of a service that is there. */
type ServiceStep =
  | "ServiceChanged"
  | "ServicePaused"
  | "ServiceResumed"
  | "ServiceWithdrawn"
  | "ServiceRestored";

/** The event brings the numbers as they are, so that who follows them gets the service anew. */
export async function saveService(
  work: Work,
  { service, capacity }: Offered,
  type: ServiceStep,
): Promise<Service> {
  const { centreId, id } = service;
  service.version += 1;
  service.updatedAt = work.now;
  const { name, description, area, group, form, sphere, entryMode } = service;
  const { place, feeGrosze, feeUnit, status, suspendedUntil } = service;
  const { accessibility, careDuringActivity, transportProvided } = service;
  const { targetGroups, eligibility, ageFrom, ageTo } = service;
  const { hours, seasonFrom, seasonTo, restsOnHolidays } = service;
  const { version, updatedAt } = service;
  await work.manager.getRepository(Service).update(
    { centreId, id },
    {
      ...{ name, description, area, group, form, sphere, entryMode, place },
      ...{ accessibility, careDuringActivity, transportProvided },
      ...{ targetGroups, eligibility, ageFrom, ageTo },
      ...{ hours, seasonFrom, seasonTo, restsOnHolidays },
      ...{ feeGrosze, feeUnit, status, suspendedUntil, version, updatedAt },
    },
  );
  work.record({
    type,
    topic: "OFFER",
    subjectId: id,
    partnerId: service.partnerId,
    facts: {
      area,
      visibility: service.visibility,
      status,
      serviceVersion: version,
      suspendedUntil,
      ...factsOf(capacity),
    },
  });
  return withCapacity(service, capacity);
}
