// Reads of the log as people read it: the latest first, only what the actor may see of each noun.
import type { EventRow } from "../events/index.js";
import { eventOf } from "../events/index.js";
import { capacityPolicy, servicePolicy } from "../offer/index.js";
import type { Connection, Page } from "../platform/graphql/connection.js";
import { connection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { writeCursor } from "../platform/graphql/list-cursor.js";
import { all } from "../platform/permission/expression.js";
import { render } from "../platform/permission/render.js";
import { referralPolicy, ReferralStatus } from "../referrals/index.js";
import type { Activity, ActivityKind } from "./activity.js";

const FACTS = {
  status: "e.facts->>'status'",
  visibility: "e.facts->>'visibility'",
};

export async function activityVisibleTo(
  context: Context,
  page: Page,
): Promise<Connection<Activity>> {
  const values: unknown[] = [context.actor.centreId];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const seesOffer = render(
    all(servicePolicy.read, capacityPolicy.read),
    context.actor,
    bind,
    "e",
    FACTS,
  );
  const seesReferral = render(
    referralPolicy.read,
    context.actor,
    bind,
    "e",
    FACTS,
  );
  const rows = await context.reads.rows<EventRow>(
    `select e.* from event e
     where e.centre_id = $1
       and ((e.type = 'CapacityChanged' and e.facts->>'kind' in ('SET_TOTAL', 'WAITING', 'WALK_IN', 'CONFIRM')
             and e.actor_account_id is not null and ${seesOffer})
         or (e.type = 'ServicePublished' and ${seesOffer})
         or (e.topic = 'REFERRAL' and ${seesReferral}))
       ${page.after ? `and e.position < ${bind(page.after[0])}::bigint` : ""}
     order by e.position desc limit ${bind(page.first + 1)}`,
    values,
  );
  return connection(rows, page, (row) => [row.position], activityOf);
}

function kindOf(row: EventRow): ActivityKind {
  if (row.topic === "REFERRAL") return "REFERRAL";
  if (row.type === "ServicePublished") return "SERVICE_PUBLISHED";
  if (row.facts["kind"] === "CONFIRM") return "CAPACITY_CONFIRMED";
  return row.facts["kind"] === "WALK_IN" ? "WALK_IN" : "CAPACITY_SET";
}

function activityOf(row: EventRow): Activity {
  const event = eventOf(row);
  const { facts } = event;
  const kind = kindOf(row);
  const number = (name: string) =>
    typeof facts[name] === "number" ? facts[name] : null;
  const total = number("total");
  return {
    id: toGlobalId("Activity", `${event.centreId}:${row.position}`),
    cursor: writeCursor([row.position]),
    at: event.at,
    kind,
    status:
      kind === "REFERRAL"
        ? (Object.values(ReferralStatus).find(
            (status) => status === facts["status"],
          ) ?? null)
        : null,
    availableBefore: number("availableBefore"),
    available:
      total === null
        ? null
        : total - (number("occupied") ?? 0) - (number("reserved") ?? 0),
    actorPartnerId: event.actorPartnerId,
    serviceId:
      kind === "REFERRAL"
        ? typeof facts["serviceId"] === "string"
          ? facts["serviceId"]
          : null
        : event.subjectId,
    referralId: kind === "REFERRAL" ? event.subjectId : null,
  };
}
