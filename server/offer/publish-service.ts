// A partner puts a new service into the bank of local services, or the organiser of the community a supporting activity of the centre.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType, Int } from "type-graphql";

import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, Centre, signedIn } from "../identity/index.js";
import { Partner, partnerPolicy } from "../partners/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { Capacity } from "./capacity.js";
import { CapacityUnit } from "./capacity-unit.js";
import { openCapacity } from "./ledger.js";
import { servicePolicy } from "./offer.policy.js";
import {
  findService,
  unknownService,
  withCapacity,
} from "./offered-service.js";
import { Service } from "./service.js";
import {
  EntryMode,
  needsNoReferral,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
import { checkNaming, unsaid } from "./service-words.js";
import { LARGEST_CAPACITY, nameOf } from "./set-capacity.js";

@InputType({ description: "A new service of the viewer's organisation." })
export class PublishServiceInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => String, { description: "From 3 to 200 characters." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Plain language, at most 2,000 characters.",
  })
  description?: string | null;

  @Field(() => ServiceArea, { description: "One of the 14 areas." })
  area!: ServiceArea;

  @Field(() => ServiceGroup, { description: "Group of the service." })
  group!: ServiceGroup;

  @Field(() => ServiceForm, { description: "Form of work." })
  form!: ServiceForm;

  @Field(() => CapacityUnit, { description: "What is counted." })
  capacityUnit!: CapacityUnit;

  @Field(() => Int, { description: "All units, from 0 to 100,000." })
  capacityTotal!: number;

  @Field(() => EntryMode, {
    defaultValue: EntryMode.REFERRAL,
    description: "How a resident gets in.",
  })
  entryMode!: EntryMode;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "A supporting activity of the centre itself, OPEN or TOKEN; an organiser of the community publishes no other.",
  })
  supporting!: boolean;

  @Field(() => Day, {
    nullable: true,
    description: "Day of the event; required for TICKETS_EVENT.",
  })
  eventOn?: string | null;
}

export const PublishServicePayload = createUnionType({
  name: "PublishServicePayload",
  description: "Outcome of publishing a service.",
  types: () => [Service, RequestKeyReused, InvalidInput] as const,
});

export async function publishService(
  work: Work,
  input: PublishServiceInput,
): Promise<typeof PublishServicePayload> {
  const member = signedIn(work);
  authorize(work, partnerPolicy.publishService, {
    centreId: work.centreId,
    id: member.partnerId,
  });
  authorize(work, servicePolicy.publish, {
    status: "ACTIVE",
    visibility: "PUBLIC",
    centreId: work.centreId,
    partnerId: member.partnerId,
    supporting: input.supporting,
    ofCentre: await work.manager
      .getRepository(Centre)
      .existsBy({ id: work.centreId, hubPartnerId: member.partnerId }),
  });
  const problem = faults(work, input);
  if (problem) return problem;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "publishService",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return (
      (await findService(work, taken.repeats)) ??
      unknownService(work, "requestKey")
    );
  const partner = await work.manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId: work.centreId, id: member.partnerId });
  const service = newService(work, partner, id, input);
  await work.manager.getRepository(Service).insert(service);
  work.record(servicePublished(service));
  const capacity = newCapacity(service, input);
  capacity.confirm(work.now, nameOf(work));
  await openCapacity(work, service, capacity);
  return withCapacity(service, capacity);
}

export function servicePublished(service: Service): NewEvent {
  return {
    type: "ServicePublished",
    topic: "OFFER",
    subjectId: service.id,
    partnerId: service.partnerId,
    facts: {
      area: service.area,
      visibility: service.visibility,
      status: service.status,
    },
  };
}

/** Who rests has joined: its offer is nobody's secret when it resumes. */
function isStranger({ status }: Partner): boolean {
  return status === "INVITED" || status === "PROSPECT";
}

function newService(
  work: Work,
  partner: Partner,
  id: string,
  input: PublishServiceInput,
): Service {
  return Object.assign(new Service(), {
    centreId: work.centreId,
    id,
    partnerId: partner.id,
    name: input.name.trim(),
    description: input.description?.trim() ? input.description.trim() : null,
    area: input.area,
    group: input.group,
    form: input.form,
    sphere: null,
    reintegrationProfile: "NONE",
    entryMode: input.entryMode,
    supporting: input.supporting,
    acquisitionMode: null,
    feeGrosze: 0,
    feeUnit: null,
    emergency: false,
    forResidents: true,
    place: null,
    ...unsaid(),
    status: "ACTIVE",
    // who has not joined yet shows the offer to the hub alone
    visibility: isStranger(partner) ? "HUB_ONLY" : "PUBLIC",
    suspendedUntil: null,
    eventOn: input.eventOn ?? null,
    referableFrom: null,
    referableTo: null,
    importKey: null,
    programmeId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Service>);
}

function newCapacity(service: Service, input: PublishServiceInput): Capacity {
  return Object.assign(new Capacity(), {
    centreId: service.centreId,
    serviceId: service.id,
    partnerId: service.partnerId,
    unit: input.capacityUnit,
    total: input.capacityTotal,
    occupied: 0,
    reserved: 0,
    waitingReferred: 0,
    waitingOutside: 0,
    running: 0,
    walkIns: 0,
    suspended: false,
    confirmEveryDays: null,
    confirmedAt: null,
    confirmedBy: null,
    confirmedFrom: null,
  } satisfies Partial<Capacity>);
}

function faults(work: Work, input: PublishServiceInput): InvalidInput | null {
  return checkNaming(new InputCheck(work.say).key(input.requestKey), input)
    .that(
      input.capacityTotal >= 0 && input.capacityTotal <= LARGEST_CAPACITY,
      "capacityTotal",
      {
        pl: "Podaj liczbę od 0 do 100 000.",
        en: "Give a number from 0 to 100,000.",
      },
    )
    .that(!input.supporting || needsNoReferral(input.entryMode), "entryMode", {
      pl: "Działanie wspierające jest bez zapisów albo na wejściówki.",
      en: "A supporting activity is open to everybody, or takes tokens.",
    })
    .that(
      input.capacityUnit !== "TICKETS_EVENT" || Boolean(input.eventOn),
      "eventOn",
      {
        pl: "Bilety na wydarzenie wymagają jego daty.",
        en: "Tickets of an event need its date.",
      },
    ).problem;
}
