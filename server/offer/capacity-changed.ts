// What a subscriber of capacity gets: the service as it is, its numbers as the event left them.
import { createUnionType, Field, ObjectType } from "type-graphql";

import type { LogEvent } from "../events/index.js";
import { CaughtUp } from "../events/index.js";
import { LogSubscription } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { Refusal } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import type { Capacity } from "./capacity.js";
import { capacityOfEvent } from "./ledger.js";
import { capacityPolicy, servicePolicy } from "./offer.policy.js";
import { capacityOfService, serviceById } from "./offer.reads.js";
import { Service } from "./service.js";
import type { ServiceArea } from "./service-kind.js";

@ObjectType({
  description: "A capacity has a new version, or its service was changed.",
})
export class CapacityChanged {
  @Field(() => String, { description: "Give it as `after` to resume." })
  cursor!: string;

  position!: number;

  @Field(() => Date, { description: "When it changed." })
  at!: Date;

  serviceId!: string;
  numbers!: Capacity;
}

export const CapacityDelivery = createUnionType({
  name: "CapacityDelivery",
  description: "A change, or the sign that nothing is owed.",
  types: () => [CapacityChanged, CaughtUp] as const,
});

/** What rests or goes on is told by its numbers; of what ends or comes back these may stay as they are. */
const DELIVERED: ReadonlySet<string> = new Set([
  "CapacityChanged",
  "ServiceChanged",
  "ServicePaused",
  "ServiceWithdrawn",
  "ServiceRestored",
]);

export interface FollowedCapacity {
  centreId: string;
  areas: ServiceArea[] | null;
  serviceIds: string[] | null;
  after: string | null;
}

/** @throws UNAUTHENTICATED, FORBIDDEN where the centre is not the viewer's or she sees no numbers */
export function followCapacity(
  context: Context,
  asked: FollowedCapacity,
): LogSubscription {
  const member = signedIn(context);
  const centreId = fromGlobalId("Centre", asked.centreId);
  if (
    member.centreId !== centreId ||
    !allows(capacityPolicy.read, member, {
      centreId,
      partnerId: member.partnerId,
      status: "ACTIVE",
      visibility: "NETWORK",
      supporting: false,
    })
  )
    throw new Refusal(
      "FORBIDDEN",
      context.say({
        pl: "Twoja rola na to nie pozwala.",
        en: "Your role does not allow this.",
      }),
    );
  const services = asked.serviceIds?.map((id) => fromGlobalId("Service", id));
  return new LogSubscription({
    centreId,
    after: asked.after,
    concerns: (event) =>
      DELIVERED.has(event.type) &&
      (!services || services.includes(event.subjectId)) &&
      (!asked.areas ||
        asked.areas.some((area) => area === event.facts["area"])),
    visibleTo: (actor, event) => {
      const row = serviceOfEvent(event);
      return (
        allows(servicePolicy.read, actor, row) &&
        allows(capacityPolicy.read, actor, row)
      );
    },
    deliver: (event, cursor) =>
      Object.assign(new CapacityChanged(), {
        cursor,
        at: event.at,
        position: event.position,
        serviceId: event.subjectId,
        numbers: capacityOfEvent(event),
      }),
    caughtUp: (cursor, at) => new CaughtUp(cursor, at),
  });
}

/** What the policy asks about, as the event holds it. */
function serviceOfEvent(event: LogEvent) {
  return Object.assign(new Service(), {
    centreId: event.centreId,
    partnerId: event.partnerId ?? "",
    visibility: event.facts["visibility"],
    status: event.facts["status"],
  });
}

/** The service as it is now, with the numbers of the event. */
export async function changedService(
  context: Context,
  change: CapacityChanged,
): Promise<Service> {
  const service = await context.load(serviceById, change.serviceId);
  if (!service)
    throw new Refusal(
      "FORBIDDEN",
      context.say({
        pl: "Tej usługi już nie widać.",
        en: "This service is not to be seen any more.",
      }),
    );
  const now = await context.load(capacityOfService, change.serviceId);
  // a name never stands in the log; the row tells it as long as nobody has vouched anew
  const isSame =
    now?.confirmedAt?.getTime() === change.numbers.confirmedAt?.getTime();
  change.numbers.confirmedBy = isSame ? (now?.confirmedBy ?? null) : null;
  service.capacityAsOf = change.numbers;
  return service;
}
