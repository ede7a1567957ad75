// A service that rested goes on: said by its partner, or by the calendar on the day that was given.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { atEachCentre } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import {
  isKept,
  lockKept,
  saveService,
  ServiceMoved,
  serviceMoved,
} from "./change-service.js";
import { before, lockCapacity, writeCapacity } from "./ledger.js";
import type { Offered } from "./offered-service.js";
import { Service } from "./service.js";

const RESUME_SERVICES = "resume-services";

/** Soon after each hour, so that a new day finds it open; what was missed while all were down is made up for. */
export const resumeServicesHourly = `1 * * * * ${RESUME_SERVICES} ?fill=2h`;

@InputType({ description: "Which service goes on." })
export class ResumeServiceInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;
}

export const ResumeServicePayload = createUnionType({
  name: "ResumeServicePayload",
  description: "Outcome of letting a service go on.",
  types: () => [Service, ServiceMoved, InvalidInput] as const,
});

export async function resumeService(
  work: Work,
  input: ResumeServiceInput,
): Promise<typeof ResumeServicePayload> {
  const kept = await lockKept(work, input);
  if (!isKept(kept)) return kept;
  if (kept.service.status !== "PAUSED") return serviceMoved(work, kept);
  return goOn(work, kept, "ServiceResumed");
}

/** The numbers are as they were: who vouches for them again is the organisation's to say. */
export async function goOn(
  work: Work,
  { service, capacity }: Offered,
  event: "ServiceResumed" | "ServiceRestored",
): Promise<Service> {
  service.status = "ACTIVE";
  service.suspendedUntil = null;
  const was = before(capacity);
  capacity.suspended = false;
  await writeCapacity(work, service, was, capacity, { kind: "RESUME" });
  return saveService(work, { service, capacity }, event);
}

/** Each service is a unit of work of its own: one that fails does not keep the others. */
async function resumeServices(desk: Desk): Promise<void> {
  const due = await transact(desk, (work) =>
    work.rows<{ id: string }>(
      `select id from service where centre_id = $1 and status = 'PAUSED' and suspended_until <= $2::date order by id`,
      [work.centreId, localDate(work.now)],
    ),
  );
  const failures: unknown[] = [];
  for (const { id } of due)
    await transact(desk, (work) => resumeDue(work, id)).catch(
      (failure: unknown) => failures.push(failure),
    );
  if (failures.length > 0)
    throw new AggregateError(failures, "some services did not go on");
}

/** Locked in the order of everybody else: of two at once the second finds nothing left to do. */
async function resumeDue(work: Work, id: string): Promise<void> {
  const { centreId } = work;
  const capacity = await lockCapacity(work, id);
  const service = await work.manager.getRepository(Service).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  const until = service?.suspendedUntil;
  if (!service || !capacity || !until || until > localDate(work.now)) return;
  await goOn(work, { service, capacity }, "ServiceResumed");
}

export function offerTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [RESUME_SERVICES]: () => atEachCentre(dataSource, deskOf, resumeServices),
  };
}
