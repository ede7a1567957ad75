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

/** Writes the changed numbers as the next version, with its line in the ledger and its event. */
export async function writeCapacity(
  work: Work,
  service: Service,
  was: Capacity,
  is: Capacity,
  line: LedgerLine,
): Promise<void> {
  is.version = was.version + 1;
  if (line.kind !== "CONFIRM") is.numbersVersion = is.version;
  // what comes back by a line of the queue is no place that was freed
  if (line.kind !== "WAITING" && is.available > was.available)
    is.freedVersion = is.version;
  const written = await work.rows(
    `with moved as (
       update capacity set total = $4, occupied = $5, reserved = $6, waiting_referred = $7, waiting_outside = $8,
              running = $9, walk_ins = $10, confirmed_at = $11, confirmed_by = $12, confirmed_from = $13,
              version = $14, numbers_version = $15, freed_version = $16, suspended = $28
       where centre_id = $1 and service_id = $2 and version = $3
       returning centre_id, service_id, version
     )
     insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change,
       reserved_change, waiting_change, referral_id, reason, actor_account_id, actor_partner_id, on_behalf_of, at)
     select centre_id, service_id, version, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27 from moved
     returning version`,
    [
      is.centreId,
      is.serviceId,
      was.version,
      is.total,
      is.occupied,
      is.reserved,
      is.waitingReferred,
      is.waitingOutside,
      is.running,
      is.walkIns,
      is.confirmedAt,
      is.confirmedBy,
      is.confirmedFrom,
      is.version,
      is.numbersVersion,
      is.freedVersion,
      ...ledgerValues(work, was, is, line),
      is.suspended,
    ],
  );
  if (written.length !== 1)
    throw new Error("a locked capacity was changed by somebody else");
  recordCapacity(work, service, was, is, line);
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
  await work.rows(
    `insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change,
       reserved_change, waiting_change, referral_id, reason, actor_account_id, actor_partner_id, on_behalf_of, at)
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      capacity.centreId,
      capacity.serviceId,
      ...ledgerValues(work, nothing, capacity, { kind: "OPENING" }),
    ],
  );
  recordCapacity(work, service, nothing, capacity, { kind: "OPENING" });
}

function ledgerValues(
  work: Work,
  was: Capacity,
  is: Capacity,
  line: LedgerLine,
): unknown[] {
  const { actor } = work;
  return [
    line.kind,
    is.total - was.total,
    is.occupied - was.occupied,
    is.reserved - was.reserved,
    is.waiting - was.waiting,
    line.referralId ?? null,
    line.reason ?? null,
    "accountId" in actor ? actor.accountId : null,
    "partnerId" in actor ? actor.partnerId : null,
    line.onBehalfOf ?? null,
    work.now,
  ];
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
