// A partner lets its service rest until a day, or until it says so: nothing new goes there, and who waits keeps her place.
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import {
  isKept,
  lockKept,
  saveService,
  ServiceMoved,
  serviceMoved,
} from "./change-service.js";
import { before, writeCapacity } from "./ledger.js";
import { Service } from "./service.js";

/** A service that rests for longer than this is withdrawn. */
const FARTHEST_DAYS = 2 * 366;

@InputType({ description: "Which service rests, and how long." })
export class PauseServiceInput {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => Day, {
    nullable: true,
    description:
      "The day on which it goes on by itself: from tomorrow, two years at most. Null: when the organisation says so.",
  })
  until?: string | null;
}

export const PauseServicePayload = createUnionType({
  name: "PauseServicePayload",
  description: "Outcome of letting a service rest.",
  types: () => [Service, ServiceMoved, InvalidInput] as const,
});

/** One that rests already may be given another day. */
export async function pauseService(
  work: Work,
  input: PauseServiceInput,
): Promise<typeof PauseServicePayload> {
  const kept = await lockKept(work, input);
  if (!isKept(kept)) return kept;
  const { service, capacity } = kept;
  if (service.status !== "ACTIVE" && service.status !== "PAUSED")
    return serviceMoved(work, kept);
  const today = localDate(work.now);
  const until = input.until ?? null;
  const { problem } = new InputCheck(work.say).that(
    until === null || (until > today && until <= addDays(today, FARTHEST_DAYS)),
    "until",
    {
      pl: "Podaj dzień od jutra, najwyżej za dwa lata.",
      en: "Give a day from tomorrow on, within two years.",
    },
  );
  if (problem) return problem;
  service.status = "PAUSED";
  service.suspendedUntil = until;
  if (!capacity.suspended) {
    const was = before(capacity);
    capacity.suspended = true;
    await writeCapacity(work, service, was, capacity, { kind: "SUSPEND" });
  }
  return saveService(work, kept, "ServicePaused");
}
