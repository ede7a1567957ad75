// Reads of the log as people read it: the latest first, only what the actor may see of each noun.
import type { EventRow } from "../events/index.js";
import { eventOf } from "../events/index.js";
import { capacityPolicy, servicePolicy } from "../offer/index.js";
import type { Connection, Page } from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { writeCursor } from "../platform/graphql/list-cursor.js";
import type { Actor } from "../platform/permission/actor.js";
import type { Expression } from "../platform/permission/expression.js";
import { all, any } from "../platform/permission/expression.js";
import { type Bind, binding, render } from "../platform/permission/render.js";
import {
  BESIDE_THE_WAY,
  referralPolicy,
  ReferralStatus,
} from "../referrals/index.js";
import type { Activity, ActivityKind } from "./activity.js";

const FACTS = {
  status: "e.facts->>'status'",
  visibility: "e.facts->>'visibility'",
  vanished:
    "(select r.vanished from referral r where r.centre_id = e.centre_id and r.id = e.subject_id)",
};

/** What becomes of a service as a whole. */
const OF_SERVICE = [
  ["ServicePublished", "SERVICE_PUBLISHED"],
  ["ServiceChanged", "SERVICE_CHANGED"],
  ["ServicePaused", "SERVICE_PAUSED"],
  ["ServiceResumed", "SERVICE_RESUMED"],
  ["ServiceWithdrawn", "SERVICE_WITHDRAWN"],
  ["ServiceRestored", "SERVICE_RESTORED"],
] as const;
/** Lines that tell people of an offer; indexes stand on these very words. */
const OF_OFFER = `(e.type in (${OF_SERVICE.map(([type]) => `'${type}'`).join(", ")}) or (e.type = 'CapacityChanged' and e.actor_partner_id is not null
  and e.facts->>'kind' in ('SET_TOTAL', 'WAITING', 'WALK_IN', 'CONFIRM')))`;
/** The ledger knows why a number changed: what a referral did is told by the referral's own line. */
const LEDGER_LINE = `left join capacity_event l on e.type = 'CapacityChanged' and l.centre_id = e.centre_id
  and l.service_id = e.subject_id and l.version = (e.facts->>'version')::integer`;
/** Of a referral that stays where it is nothing is told here. */
const OF_REFERRAL = `e.topic = 'REFERRAL' and e.facts->>'step' is null
  and e.type not in (${BESIDE_THE_WAY.map((type) => `'${type}'`).join(", ")})`;

/** The ways in which a policy lets through. */
function waysOf<Row extends object>(
  policy: Expression<Row>,
): readonly Expression<Row>[] {
  return policy.kind === "any" ? policy.of : [policy];
}

const offerWays = waysOf(servicePolicy.read).map((way) =>
  all(way, capacityPolicy.read),
);
const referralWays = waysOf(referralPolicy.read);

/** Those that are open to this actor; each finds its lines by an index of its own. */
function rendered<Row extends object>(
  ways: readonly Expression<Row>[],
  actor: Actor,
  bind: Bind,
): string[] {
  const isOpen = render(any(...ways), actor, () => "", "e", FACTS) === "true";
  return isOpen
    ? ["true"]
    : ways
        .map((way) => render(way, actor, bind, "e", FACTS))
        .filter((way) => way !== "false");
}

interface ActivityRow extends EventRow {
  on_behalf: boolean;
}

export async function activityVisibleTo(
  context: Context,
  page: Page,
): Promise<Connection<Activity>> {
  const { actor } = context;
  const { values, bind } = binding();
  // as a subquery: the plan for one centre would be made anew each time, and takes longer than its answer
  const centre = `(select ${bind(actor.centreId)}::uuid)`;
  // in the text: a limit that is not known beforehand is planned each time
  const most = String(page.first + 1);
  const beyond = page.after
    ? `and e.position < ${bind(page.after[0])}::bigint`
    : "";
  const lines = [
    ...rendered(offerWays, actor, bind).map((way) => `${OF_OFFER} and ${way}`),
    ...rendered(referralWays, actor, bind).map(
      (way) => `${OF_REFERRAL} and ${way}`,
    ),
  ].map(
    (
      line,
    ) => `(select e.*, l.on_behalf_of is not null as on_behalf from event e ${LEDGER_LINE}
      where e.centre_id = ${centre} and ${line} and l.referral_id is null ${beyond} order by e.position desc limit ${most})`,
  );
  if (lines.length === 0) return emptyConnection();
  const rows = await context.reads.rows<ActivityRow>(
    `select distinct on (e.position) e.* from (${lines.join(" union all ")}) e
     order by e.position desc limit ${most}`,
    values,
  );
  return connection(rows, page, (row) => [row.position], activityOf);
}

function kindOf(row: EventRow): ActivityKind {
  if (row.topic === "REFERRAL") return "REFERRAL";
  const step = OF_SERVICE.find(([type]) => type === row.type);
  if (step) return step[1];
  if (row.facts["kind"] === "CONFIRM") return "CAPACITY_CONFIRMED";
  return row.facts["kind"] === "WALK_IN" ? "WALK_IN" : "CAPACITY_SET";
}

function activityOf(row: ActivityRow): Activity {
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
    onBehalf: row.on_behalf,
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
