// The ledger of capacity: numbers are locked, changed by their rules, and written with their line and their event.
import { In } from "typeorm";

import type { LogEvent, NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { Capacity } from "./capacity.js";
import type { Service } from "./service.js";

/** Kinds of lines (domain 2.4); the database knows which hand may write which. */
export type LedgerKind =
  | "OPENING"
  | "SET_TOTAL"
  | "RESERVE"
  | "RELEASE"
  | "START"
  | "FINISH"
  | "WALK_IN"
  | "WAITING"
  | "CONFIRM"
  | "SUSPEND"
  | "RESUME";

export interface LedgerLine {
  kind: LedgerKind;
  referralId?: string;
  reason?: string | null;
  /** The partner in whose name the hub wrote it. */
  onBehalfOf?: string;
}

/** Nobody else changes these numbers until the work ends. Null where there is nothing to be seen. */
export function lockCapacity(
  work: Work,
  serviceId: string,
): Promise<Capacity | null> {
  return work.manager.getRepository(Capacity).findOne({
    where: { centreId: work.centreId, serviceId },
    lock: { mode: "pessimistic_write" },
  });
}

/** In one order for everybody, so that two works never wait for each other. */
export async function lockCapacities(
  work: Work,
  serviceIds: readonly string[],
): Promise<Map<string, Capacity>> {
  const locked = await work.manager.getRepository(Capacity).find({
    where: { centreId: work.centreId, serviceId: In([...new Set(serviceIds)]) },
    order: { serviceId: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  return new Map(locked.map((one) => [one.serviceId, one]));
}

/** The numbers as they were before a rule changed them. */
export function before(capacity: Capacity): Capacity {
  return Object.assign(new Capacity(), capacity);
}

/** A change by a rule: what it made of the numbers, and why. */
export interface CapacityChange {
  service: Service;
  was: Capacity;
  is: Capacity;
  line: LedgerLine;
}

/** The changed numbers become the next version; what another rule makes of them afterwards is another change. */
export function nextVersion(
  service: Service,
  was: Capacity,
  is: Capacity,
  line: LedgerLine,
): CapacityChange {
  is.version = was.version + 1;
  if (line.kind !== "CONFIRM") is.numbersVersion = is.version;
  // what comes back by a line of the queue is no place that was freed
  if (line.kind !== "WAITING" && is.available > was.available)
    is.freedVersion = is.version;
  return { service, was, is: before(is), line };
}

/** Writes the changed numbers as the next version, with its line in the ledger and its event. */
export async function writeCapacity(
  work: Work,
  service: Service,
  was: Capacity,
  is: Capacity,
  line: LedgerLine,
): Promise<void> {
  await writeCapacities(work, [nextVersion(service, was, is, line)]);
}

/** Of each service one after the other, and of all services together. */
export async function writeCapacities(
  work: Work,
  changes: readonly CapacityChange[],
): Promise<void> {
  for (let rest = changes; rest.length > 0;) {
    const now = new Map<string, CapacityChange>();
    for (const change of rest)
      if (!now.has(change.is.serviceId)) now.set(change.is.serviceId, change);
    await writeOfEach(work, [...now.values()]);
    rest = rest.filter((one) => now.get(one.is.serviceId) !== one);
  }
  for (const { service, was, is, line } of changes)
    recordCapacity(work, service, was, is, line);
}

/** One change of each service. */
async function writeOfEach(
  work: Work,
  changes: readonly CapacityChange[],
): Promise<void> {
  const { actor } = work;
  const ids = changes.map(({ is }) => is.serviceId);
  const [only, another] = ids;
  const written = await work.rows(
    `with given as (
       select * from jsonb_to_recordset($3::jsonb) as g("serviceId" uuid, was integer, total integer, occupied integer,
         reserved integer, "waitingReferred" integer, "waitingOutside" integer, running integer, "walkIns" integer,
         "confirmedAt" timestamptz, "confirmedBy" text, "confirmedFrom" text, version integer,
         "numbersVersion" integer, "freedVersion" integer, suspended boolean, kind text, "totalChange" integer,
         "occupiedChange" integer, "reservedChange" integer, "waitingChange" integer, "referralId" uuid, reason text,
         "onBehalfOf" uuid)
     ), moved as (
       update capacity c set total = g.total, occupied = g.occupied, reserved = g.reserved,
              waiting_referred = g."waitingReferred", waiting_outside = g."waitingOutside", running = g.running,
              walk_ins = g."walkIns", confirmed_at = g."confirmedAt", confirmed_by = g."confirmedBy",
              confirmed_from = g."confirmedFrom", version = g.version, numbers_version = g."numbersVersion",
              freed_version = g."freedVersion", suspended = g.suspended
       from given g
       -- by their ids: behind the walls the planner would else read the numbers of all services
       where c.centre_id = $1 and c.service_id = ${another ? "any($2)" : "$2"} and c.service_id = g."serviceId"
         and c.version = g.was
       returning c.centre_id, c.service_id, c.version
     )
     insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change,
       reserved_change, waiting_change, referral_id, reason, actor_account_id, actor_partner_id, on_behalf_of, at)
     select m.centre_id, m.service_id, m.version, g.kind, g."totalChange", g."occupiedChange", g."reservedChange",
       g."waitingChange", g."referralId", g.reason, $4, $5, g."onBehalfOf", $6
     from moved m join given g on g."serviceId" = m.service_id
     returning version`,
    [
      work.centreId,
      another ? ids : only,
      JSON.stringify(
        changes.map(({ was, is, line }) =>
          Object.assign({ was: was.version }, is, changeOf(was, is), line),
        ),
      ),
      "accountId" in actor ? actor.accountId : null,
      "partnerId" in actor ? actor.partnerId : null,
      work.now,
    ],
  );
  if (written.length !== changes.length)
    throw new Error("a locked capacity was changed by somebody else");
}

/** The numbers before the first ones. */
export function emptied(capacity: Capacity): Capacity {
  return Object.assign(before(capacity), {
    total: 0,
    occupied: 0,
    reserved: 0,
    waitingReferred: 0,
    waitingOutside: 0,
  });
}

/** The first numbers of a new service. */
export async function openCapacity(
  work: Work,
  service: Service,
  capacity: Capacity,
): Promise<void> {
  capacity.version = 1;
  capacity.numbersVersion = 1;
  const nothing = emptied(capacity);
  await work.manager.getRepository(Capacity).insert(capacity);
  const { actor } = work;
  await work.rows(
    `insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change,
       reserved_change, waiting_change, actor_account_id, actor_partner_id, at)
     values ($1, $2, 1, 'OPENING', $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[capacity.centreId, capacity.serviceId],
      ...Object.values(changeOf(nothing, capacity)),
      "accountId" in actor ? actor.accountId : null,
      "partnerId" in actor ? actor.partnerId : null,
      work.now,
    ],
  );
  recordCapacity(work, service, nothing, capacity, { kind: "OPENING" });
}

function changeOf(was: Capacity, is: Capacity) {
  return {
    totalChange: is.total - was.total,
    occupiedChange: is.occupied - was.occupied,
    reservedChange: is.reserved - was.reserved,
    waitingChange: is.waiting - was.waiting,
  };
}

function recordCapacity(
  work: Work,
  service: Service,
  was: Capacity,
  is: Capacity,
  line: LedgerLine,
): void {
  work.record(capacityEvent(service, was, is, line.kind));
}

/** What the log says of a change of numbers. */
export function capacityEvent(
  service: Service,
  was: Capacity,
  is: Capacity,
  kind: LedgerKind,
): NewEvent {
  return {
    type: "CapacityChanged",
    topic: "CAPACITY",
    subjectId: is.serviceId,
    partnerId: is.partnerId,
    facts: {
      kind,
      area: service.area,
      visibility: service.visibility,
      status: service.status,
      availableBefore: was.available,
      ...factsOf(is),
    },
  };
}

/** Absolute numbers, so that each event can be shown without the ones before it. */
export function factsOf(capacity: Capacity) {
  return {
    unit: capacity.unit,
    total: capacity.total,
    occupied: capacity.occupied,
    reserved: capacity.reserved,
    waitingReferred: capacity.waitingReferred,
    waitingOutside: capacity.waitingOutside,
    running: capacity.running,
    walkIns: capacity.walkIns,
    kept: capacity.kept,
    keptBy: capacity.keptBy,
    suspended: capacity.suspended,
    confirmEveryDays: capacity.confirmEveryDays,
    confirmedAt: capacity.confirmedAt?.toISOString() ?? null,
    confirmedFrom: capacity.confirmedFrom,
    version: capacity.version,
    numbersVersion: capacity.numbersVersion,
  };
}

/** The capacity as an event left it. */
export function capacityOfEvent(event: LogEvent): Capacity {
  const {
    confirmedAt,
    kind: _kind,
    visibility: _visibility,
    status: _status,
    area: _area,
    availableBefore: _before,
    serviceVersion: _serviceVersion,
    suspendedUntil: _suspendedUntil,
    ...numbers
  } = event.facts;
  return Object.assign(new Capacity(), numbers, {
    centreId: event.centreId,
    serviceId: event.subjectId,
    partnerId: event.partnerId ?? "",
    confirmedAt: typeof confirmedAt === "string" ? new Date(confirmedAt) : null,
    confirmedBy: null,
  });
}
