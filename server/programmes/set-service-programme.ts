// A service is put under a programme, or taken out of it; from here on the programme's list of data caps its referrals.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { findService, Service } from "../offer/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";
import { tellServiceAdded, tellServiceTakenOut } from "./programme-change.js";
import { unknownProgramme } from "./programme-problems.js";
import { programmePolicy } from "./programmes.policy.js";
import { findProgramme } from "./programmes.reads.js";
import { resolutionFaults, ResolutionInput, restOn } from "./resolution.js";

@InputType({ description: "Under which programme a service is." })
export class SetServiceProgrammeInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "An adopted programme; null: under none.",
  })
  programmeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The programme that was on the screen; null: none.",
  })
  ifProgrammeId?: string | null;

  @Field(() => ResolutionInput, {
    nullable: true,
    description: "Required where a service leaves an adopted programme.",
  })
  resolution?: ResolutionInput | null;
}

export const SetServiceProgrammePayload = createUnionType({
  name: "SetServiceProgrammePayload",
  description: "Outcome of putting a service under a programme.",
  types: () => [Service, InvalidInput] as const,
});

export async function setServiceProgramme(
  work: Work,
  input: SetServiceProgrammeInput,
): Promise<typeof SetServiceProgrammePayload> {
  const { centreId, manager, actor } = work;
  const bare = (id: string | null | undefined) =>
    id ? fromGlobalId("Programme", id) : null;
  const programmeId = bare(input.programmeId);
  const found = await findService(
    work,
    fromGlobalId("Service", input.serviceId),
  );
  if (!found)
    return unknownNoun(work.say, "serviceId", {
      pl: "Nie ma takiej usługi.",
      en: "There is no such service.",
    });
  authorize(work, programmePolicy.putService, found);
  const programme = programmeId ? await findProgramme(work, programmeId) : null;
  if (programmeId && !programme) return unknownProgramme(work);
  if (programme?.recordedStatus === "DRAFT")
    return unknownNoun(work.say, "programmeId", {
      pl: "Ten program nie jest jeszcze uchwalony.",
      en: "This programme is not adopted yet.",
    });
  const service = await manager.getRepository(Service).findOneOrFail({
    where: { centreId, id: found.id },
    lock: { mode: "pessimistic_write" },
  });
  if (service.programmeId === programmeId) return service;
  if (service.programmeId !== bare(input.ifProgrammeId))
    return unknownNoun(work.say, "serviceId", {
      pl: "W tym czasie ktoś zmienił program tej usługi. Zobacz, jaki jest teraz.",
      en: "Somebody changed the programme of this service meanwhile. See what it is now.",
    });
  const isKeeper = "roles" in actor && actor.roles.has("OUS");
  if (service.programmeId !== null && !isKeeper)
    return unknownNoun(work.say, "serviceId", {
      pl: "Usługę wyłącza z programu organizatorka usług. Poproś ją.",
      en: "The organiser of services takes a service out of a programme. Ask her.",
    });
  const problem = service.programmeId
    ? await leave(work, service.programmeId, service.id, input.resolution)
    : null;
  if (problem) return problem;
  service.programmeId = programmeId;
  service.version += 1;
  service.updatedAt = work.now;
  await manager.save(service);
  if (programme) await tellServiceAdded(work, programme, service.id);
  work.record(programmeSet(service, isKeeper));
  return service;
}

/** Only a resolution changes an adopted programme, and so what it is made of. */
async function leave(
  work: Work,
  programmeId: string,
  serviceId: string,
  resolution: ResolutionInput | null | undefined,
): Promise<InvalidInput | null> {
  const { centreId, manager } = work;
  const programme = await manager.getRepository(Programme).findOneOrFail({
    where: { centreId, id: programmeId },
    lock: { mode: "pessimistic_write" },
  });
  if (!resolution)
    return unknownNoun(work.say, "resolution", {
      pl: "Program jest uchwalony. Podaj uchwałę, która wyłącza z niego usługę.",
      en: "The programme is adopted. Give the resolution that takes the service out.",
    });
  const { problem } = resolutionFaults(work, resolution);
  if (problem) return problem;
  restOn(programme, resolution);
  await tellServiceTakenOut(work, programme, serviceId);
  return null;
}

/** The organiser's is a matter of the network, the partner's of its own offer. */
function programmeSet(service: Service, byKeeper: boolean): NewEvent {
  const { id, partnerId, programmeId, visibility, status } = service;
  return {
    type: "ServiceProgrammeSet",
    topic: byKeeper ? "NETWORK" : "OFFER",
    subjectId: id,
    partnerId,
    facts: { programmeId, visibility, status },
  };
}
