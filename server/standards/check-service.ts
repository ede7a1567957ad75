// The organiser says which standard a service holds, and checks it with evidence.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { findService, Service } from "../offer/index.js";
import { Partner } from "../partners/index.js";
import { noPersonsNumber } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { QualityStandard } from "./quality-standard.js";
import { ServiceStandard, StandardCheck } from "./standard-check.js";
import { ActionOwner, CriterionResult } from "./standard-kind.js";
import { unknownStandard } from "./standard-problems.js";
import { standardPolicy } from "./standards.policy.js";
import { findStandard } from "./standards.reads.js";

@InputType({ description: "Which standard a service holds." })
export class SetServiceStandardInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "An approved standard; null: none.",
  })
  standardId?: string | null;
}

@InputType({ description: "What has to be done, by whom and by when." })
export class CorrectiveActionInput {
  @Field(() => String, { description: "From 3 to 1,000 characters." })
  text!: string;

  @Field(() => ActionOwner, { description: "Who sees to it." })
  owner!: ActionOwner;

  @Field(() => Day, { description: "To be done by." })
  dueOn!: string;
}

@InputType({ description: "A check of a service against its standard." })
export class CheckServiceInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "A service that holds a standard." })
  serviceId!: string;

  @Field(() => Day, { description: "Checked on, not in the future." })
  checkedOn!: string;

  @Field(() => [CriterionResult], {
    description: "Of each criterion, in the standard's order.",
  })
  results!: CriterionResult[];

  @Field(() => String, { description: "What was seen, 3 to 2,000 characters." })
  evidence!: string;

  @Field(() => CorrectiveActionInput, {
    nullable: true,
    description: "Required where a criterion does not hold.",
  })
  action?: CorrectiveActionInput | null;
}

export const SetServiceStandardPayload = createUnionType({
  name: "SetServiceStandardPayload",
  description: "Outcome of saying which standard a service holds.",
  types: () => [Service, InvalidInput] as const,
});

export const CheckServicePayload = createUnionType({
  name: "CheckServicePayload",
  description: "Outcome of a check.",
  types: () => [StandardCheck, RequestKeyReused, InvalidInput] as const,
});

async function findKept(
  work: Work,
  serviceId: string,
): Promise<Service | InvalidInput> {
  const service = await findService(work, fromGlobalId("Service", serviceId));
  if (!service)
    return unknownNoun(work.say, "serviceId", {
      pl: "Nie ma takiej usługi.",
      en: "There is no such service.",
    });
  authorize(work, standardPolicy.write, { centreId: work.centreId });
  return service;
}

export async function setServiceStandard(
  work: Work,
  input: SetServiceStandardInput,
): Promise<typeof SetServiceStandardPayload> {
  const { centreId, manager } = work;
  const service = await findKept(work, input.serviceId);
  if (!(service instanceof Service)) return service;
  const held = manager.getRepository(ServiceStandard);
  const key = { centreId, serviceId: service.id };
  const standard = input.standardId
    ? await findStandard(
        work,
        fromGlobalId("QualityStandard", input.standardId),
      )
    : null;
  if (input.standardId && !standard?.isApprovedOn(localDate(work.now)))
    return unknownStandard(work);
  if (standard) await held.save({ ...key, standardId: standard.id });
  else await held.delete(key);
  work.record({
    type: "ServiceStandardSet",
    topic: "NETWORK",
    subjectId: service.id,
    partnerId: service.partnerId,
    facts: { standardId: standard?.id ?? null },
  });
  return service;
}

export async function checkService(
  work: Work,
  input: CheckServiceInput,
): Promise<typeof CheckServicePayload> {
  const { centreId, manager, now } = work;
  const service = await findKept(work, input.serviceId);
  if (!(service instanceof Service)) return service;
  const { name, status } = await manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId, id: service.partnerId });
  if (status === "FORMER")
    return unknownNoun(work.say, "serviceId", {
      pl: `${name}: ta organizacja odeszła z sieci. Jej usług już się nie sprawdza.`,
      en: `${name} has left the network. Its services are checked no longer.`,
    });
  const held = await manager
    .getRepository(ServiceStandard)
    .findOneBy({ centreId, serviceId: service.id });
  const standard = held ? await findStandard(work, held.standardId) : null;
  if (!standard)
    return unknownNoun(work.say, "serviceId", {
      pl: "Ta usługa nie ma standardu. Wybierz go najpierw.",
      en: "This service has no standard. Choose one first.",
    });
  const problem = faults(work, input, standard);
  if (problem) return problem;
  const check = checkOf(work, input, service, standard);
  const checks = manager.getRepository(StandardCheck);
  const taken = await takeRequestKey(
    work,
    "checkService",
    input.requestKey,
    input,
    check.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return checks.findOneByOrFail({ centreId, id: taken.repeats });
  check.createdAt = now;
  await checks.insert(check);
  work.record({
    type: "StandardChecked",
    topic: "NETWORK",
    subjectId: check.id,
    partnerId: service.partnerId,
    facts: {
      serviceId: service.id,
      standardId: standard.id,
      result: check.result,
      actionOwner: check.actionOwner,
    },
  });
  return check;
}

function checkOf(
  { centreId, actor, now }: Work,
  { checkedOn, results, evidence, action }: CheckServiceInput,
  service: Service,
  standard: QualityStandard,
): StandardCheck {
  return Object.assign(new StandardCheck(), {
    centreId,
    id: randomUUID(),
    standardId: standard.id,
    serviceId: service.id,
    partnerId: service.partnerId,
    checkedOn,
    results,
    evidence: evidence.trim(),
    action: action?.text.trim() ?? null,
    actionOwner: action?.owner ?? null,
    actionDueOn: action?.dueOn ?? null,
    actionDoneOn: null,
    actionState: action ? "OPEN" : null,
    actionAnswer: null,
    actionAnsweredOn: null,
    actionMissing: null,
    byName: "name" in actor ? actor.name : null,
    version: 1,
    createdAt: now,
  } satisfies Partial<StandardCheck>);
}

function faults(
  work: Work,
  { requestKey, checkedOn, results, evidence, action }: CheckServiceInput,
  { criteria }: QualityStandard,
): InvalidInput | null {
  const seen = evidence.trim().length;
  const done = action?.text.trim().length ?? 0;
  return new InputCheck(work.say)
    .key(requestKey)
    .that(checkedOn <= localDate(work.now), "checkedOn", {
      pl: "Data sprawdzenia nie może być z przyszłości.",
      en: "The day of a check cannot be in the future.",
    })
    .that(results.length === criteria.length, "results", {
      pl: "Oceń każde kryterium standardu.",
      en: "Say of each criterion whether it holds.",
    })
    .that(seen >= 3 && seen <= 2000, "evidence", {
      pl: "Opisz, co było widać: od 3 do 2000 znaków.",
      en: "Say what was seen: from 3 to 2,000 characters.",
    })
    .that(!results.includes("NOT_MET") || Boolean(action), "action", {
      pl: "Kryterium nie jest spełnione. Wpisz, co trzeba zrobić, kto i do kiedy.",
      en: "A criterion does not hold. Write what has to be done, by whom and by when.",
    })
    .that(!action || (done >= 3 && done <= 1000), "action.text", {
      pl: "Działanie ma mieć od 3 do 1000 znaków.",
      en: "An action has from 3 to 1,000 characters.",
    })
    .that(!holdsPersonsNumber(evidence), "evidence", noPersonsNumber)
    .that(
      !holdsPersonsNumber(action?.text ?? ""),
      "action.text",
      noPersonsNumber,
    )
    .that(!action || action.dueOn >= checkedOn, "action.dueOn", {
      pl: "Termin działania nie może być przed sprawdzeniem.",
      en: "An action cannot be due before the check.",
    }).problem;
}
