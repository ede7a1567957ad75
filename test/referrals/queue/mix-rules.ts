// What must hold after any mix of acts, read from the log and the tables alone, by rules written apart from the code that is judged.
import { terminal } from "../../../server/referrals/transitions.js";
import { coordinators, events, leads } from "../moves.table.js";
import { verbs } from "../referring.js";
import type { Mix } from "./mix.js";

interface Told {
  id: string;
  topic: "REFERRAL" | "CAPACITY";
  /** Of a change of numbers: a place came free by it. */
  freed: boolean;
  /** It went out along a list of fallbacks. */
  isNext: boolean;
  type: string;
  status: string;
  side: "COORDINATOR" | "PARTNER" | "SYSTEM";
  at: Date;
  service: string;
  priority: string;
  /** Somebody of the partner chose her before others and wrote why, on the ledger's line that came with it. */
  jumped: boolean;
}

const BOTH = new Set([
  "discontinueReferral",
  "suspendReferral",
  "resumeReferral",
]);

/** Every edge with whose it is (domain 1.10), from the table that is written by hand. */
const edges = new Set([
  ...verbs.flatMap((verb) =>
    Object.entries(leads[verb]).flatMap(([from, to]) => {
      const sides = BOTH.has(verb)
        ? ["PARTNER", "COORDINATOR"]
        : [coordinators.has(verb) ? "COORDINATOR" : "PARTNER"];
      return sides.map((side) => `${from}>${to}:${side}:${events[verb]}`);
    }),
  ),
  ...["SENT", "RECEIVED", "INFO_REQUESTED"].map(
    (from) => `${from}>EXPIRED:SYSTEM:ReferralExpired`,
  ),
  "WAITLISTED>OFFERED:SYSTEM:PlaceOffered",
  "OFFERED>WAITLISTED:SYSTEM:OfferLapsed",
  "WAITLISTED>WAITLISTED:SYSTEM:PlacePassedOver",
  // a consent is taken back whose coordinator has left
  ...Object.keys(leads.withdrawReferral).map(
    (from) => `${from}>WITHDRAWN:SYSTEM:ReferralWithdrawn`,
  ),
]);

async function logOf({ centre }: Mix): Promise<Told[]> {
  return centre.asSystem((work) =>
    work.rows<Told>(
      `select e.subject_id as id, e.topic, e.type, e.facts->>'status' as status, e.at,
         coalesce(r.service_id, e.subject_id) as service, r.priority,
         e.topic = 'CAPACITY' and e.facts->>'kind' <> 'WAITING'
           and (e.facts->>'available')::int > (e.facts->>'availableBefore')::int as freed,
         exists (select from referral_fallback f where f.centre_id = e.centre_id and f.next_id = e.subject_id) as "isNext",
         case when e.actor_partner_id is null then 'SYSTEM' when e.actor_partner_id = r.partner_id then 'PARTNER'
           else 'COORDINATOR' end as side,
         e.type = 'PlaceOffered' and e.actor_account_id is not null and exists (select from capacity_event l where l.centre_id = e.centre_id
           and l.referral_id = e.subject_id and l.kind = 'RESERVE' and l.at = e.at and l.reason is not null) as jumped
       from event e left join referral r on r.centre_id = e.centre_id and r.id = e.subject_id
       where e.centre_id = $1 and e.topic in ('REFERRAL', 'CAPACITY') order by e.position`,
      [centre.id],
    ),
  );
}

/** What is told of a referral that stays where it is. */
const STANDING = new Set([
  ...["AppointmentArranged", "AppointmentMoved", "AppearanceNoted"],
  ...["AppearanceUndone", "AnotherDateAsked", "NoShowAnswered"],
  ...["FallbacksPlanned", "FallbacksMoved", "AttendanceRecorded"],
  ...["SightEnded", "SightBegun", "KeepingConfirmed", "BasisTakenBack"],
]);

const movesOf = async (mix: Mix): Promise<Told[]> =>
  (await logOf(mix)).filter(
    ({ topic, type }) => topic === "REFERRAL" && !STANDING.has(type),
  );

const BEGINS = new Map([
  ["ReferralSent", "SENT"],
  ["ReferralWaitlisted", "WAITLISTED"],
]);

/** Steps that are no edge of the machine, or another side's. */
export async function illegalEdges(mix: Mix): Promise<string[]> {
  const last = new Map<string, string>();
  const broken: string[] = [];
  for (const { id, type, status, side, isNext } of await movesOf(mix)) {
    const from = last.get(id);
    const isBegun =
      from === undefined &&
      (side === "COORDINATOR" || isNext) &&
      BEGINS.get(type) === status;
    if (!isBegun && !edges.has(`${String(from)}>${status}:${side}:${type}`))
      broken.push(
        `${id}: ${type} from ${String(from)} to ${status} by ${side}`,
      );
    last.set(id, status);
  }
  return broken;
}

const URGENCY = ["EMERGENCY", "URGENT", "STANDARD"];

interface Waiter {
  id: string;
  service: string;
  priority: string;
  since: Date;
  /** It is on record why a place went past her since she joined. */
  isPassed: boolean;
}

/** Who was offered a place before somebody who stood before her, and nothing on record says why. */
export async function brokenOrder(mix: Mix): Promise<string[]> {
  const queues = new Map<string, Map<string, Waiter>>();
  const known = new Map<string, Waiter>();
  const broken: string[] = [];
  for (const told of await logOf(mix)) {
    const { id, type, status, at, service, priority, jumped } = told;
    const queue = queues.get(service) ?? new Map<string, Waiter>();
    queues.set(service, queue);
    // a place that comes free is everybody's anew, in order
    if (told.freed)
      for (const waiter of known.values())
        if (waiter.service === service) waiter.isPassed = false;
    if (told.topic === "CAPACITY" || STANDING.has(type)) continue;
    if (type === "PlaceOffered") {
      const offered = queue.get(id);
      for (const other of queue.values())
        if (
          offered &&
          other.id !== id &&
          isBefore(other, offered) &&
          !other.isPassed &&
          !jumped
        )
          broken.push(`${id} before ${other.id}`);
    }
    if (status !== "WAITLISTED") {
      queue.delete(id);
      continue;
    }
    const again = known.get(id);
    const waiter = again ?? {
      ...{ id, priority, service, since: at, isPassed: false },
    };
    if (type === "OfferLapsed" || type === "PlacePassedOver")
      waiter.isPassed = true;
    known.set(id, waiter);
    queue.set(id, waiter);
  }
  return broken;
}

function isBefore(one: Waiter, other: Waiter): boolean {
  const urgency =
    URGENCY.indexOf(one.priority) - URGENCY.indexOf(other.priority);
  const waited = one.since.getTime() - other.since.getTime();
  return (urgency || waited || (one.id < other.id ? -1 : 1)) < 0;
}

/** Timers that are missing, doubled, at another time than the referral says, or of a referral that needs none. */
export async function brokenTimers({ centre, admin }: Mix): Promise<string[]> {
  const { rows } = await admin.query<{ fault: string }>(
    `with needed as (
       select r.id, 'expire-referral' as task, r.due_at as at from referral r
       where r.centre_id = $1 and r.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED') and r.due_at is not null
       union all
       select r.id, 'lapse-offer', r.offered_until from referral r where r.centre_id = $1 and r.status = 'OFFERED'
     ), there as (
       select (j.payload->>'referralId')::uuid as id, t.identifier as task, j.run_at as at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.payload->>'centreId' = $1::text and t.identifier in ('expire-referral', 'lapse-offer')
     )
     select coalesce(n.task, h.task) || ' of ' || coalesce(n.id, h.id) || ': needed at ' || coalesce(n.at::text, '-')
       || ', there at ' || coalesce(h.at::text, '-') as fault
     from needed n full join there h on h.id = n.id and h.task = n.task
     where n.at is distinct from h.at
     union all
     -- what is over needs no clock of any kind
     select t.identifier || ' of an ended ' || r.id from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier in ('end-sight', 'withdraw-resting')
       join referral r on r.centre_id = $1 and r.id = (j.payload->>'referralId')::uuid
       where r.finished_at is not null and (t.identifier = 'end-sight' or r.basis_withdrawn)
     union all
     select task || ' of ' || id || ' stands ' || count(*) || ' times' from there group by id, task having count(*) > 1`,
    [centre.id],
  );
  return rows.map(({ fault }) => fault);
}

/** What rang too early or twice: an end comes once and not before its time, an offer lapses once and after two days. */
export async function earlyOrTwice(mix: Mix): Promise<string[]> {
  const broken: string[] = [];
  const offered = new Map<string, Date | null>();
  const ended = new Set<string>();
  for (const { id, type, status, at } of await movesOf(mix)) {
    if (ended.has(id)) broken.push(`${id}: ${type} after its end`);
    if (terminal.some((one) => one === status)) ended.add(id);
    if (type === "PlaceOffered") offered.set(id, at);
    if (type !== "OfferLapsed") continue;
    const since = offered.get(id);
    if (!since || at.getTime() - since.getTime() < 48 * 3_600_000)
      broken.push(`${id}: an offer lapsed too early or twice`);
    offered.set(id, null);
  }
  const rows = await mix.centre.asSystem((work) =>
    work.rows<{ id: string }>(
      `select id from referral where centre_id = $1 and status = 'EXPIRED' and finished_at < due_at`,
      [mix.centre.id],
    ),
  );
  return [...broken, ...rows.map(({ id }) => `${id} expired before its time`)];
}

/** Places that stand free although the first who waits has not been offered one, and nothing is in her way. */
export async function forgottenPlaces({
  centre,
  admin,
}: Mix): Promise<string[]> {
  const { rows } = await admin.query<{ fault: string }>(
    `select r.number || ' waits for ' || r.units || ' of ' || (c.total - c.occupied - c.reserved) as fault
       from capacity c
       cross join lateral (select * from referral r where r.centre_id = c.centre_id and r.service_id = c.service_id
         and r.status = 'WAITLISTED'
         order by array_position(array['EMERGENCY', 'URGENT', 'STANDARD'], r.priority), r.waiting_since, r.id limit 1) r
       where c.centre_id = $1 and not c.suspended and c.confirmed_at is not null and r.passed_over is null
         -- she came before it was freed, and it was freed for her
         and c.freed_version > coalesce(r.queued_version, 0) and c.freed_version > coalesce(r.passed_version, 0)
         and c.total - c.occupied - c.reserved >= r.units
         and not exists (select from graphile_worker._private_jobs j join graphile_worker._private_tasks t
           on t.id = j.task_id and t.identifier = 'offer-freed-place'
           where (j.payload->>'serviceId')::uuid = c.service_id)`,
    [centre.id],
  );
  return rows.map(({ fault }) => fault);
}
