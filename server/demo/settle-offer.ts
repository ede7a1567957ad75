// The demo's services with their opening numbers, and who last vouched for each (domain 5.3).
import { DateTime } from "luxon";

import {
  Capacity,
  capacityEvent,
  emptied,
  Service,
  servicePublished,
} from "../offer/index.js";
import { isWorkingDay, ZONE } from "../platform/calendar.js";
import type { DemoOffer, DemoPartner } from "./municipality.js";
import type { DemoWorld } from "./world.js";

interface LedgerRow {
  service_id: string;
  version: number;
  kind: "OPENING" | "CONFIRM";
  total_change: number;
  occupied_change: number;
  reserved_change: number;
  waiting_change: number;
  actor_account_id: string;
  actor_partner_id: string;
  at: string;
}

/** @returns the services by their code in the file */
export async function settleOffer(
  world: DemoWorld,
): Promise<Map<string, Service>> {
  const services = new Map<string, Service>();
  const capacities: Capacity[] = [];
  const ledger: LedgerRow[] = [];
  for (const partner of world.municipality.partners)
    for (const one of partner.services) {
      const service = serviceOf(world, partner, one);
      services.set(one.code, service);
      const confirmedAt = confirmedAtOf(world, one, services.size);
      const capacity = openingOf(world, service, one);
      capacities.push(
        settleNumbers(
          world,
          { partner, service, capacity, confirmedAt },
          ledger,
        ),
      );
    }
  const { manager } = world.work;
  await manager.getRepository(Service).insert([...services.values()]);
  await manager.getRepository(Capacity).insert(capacities);
  await world.work.rows(
    `insert into capacity_event (centre_id, service_id, version, kind, total_change, occupied_change, reserved_change,
                                 waiting_change, actor_account_id, actor_partner_id, at)
     select $1, service_id, version, kind, total_change, occupied_change, reserved_change, waiting_change,
            actor_account_id, actor_partner_id, at
     from jsonb_to_recordset($2::jsonb) as line(service_id uuid, version integer, kind text, total_change integer,
       occupied_change integer, reserved_change integer, waiting_change integer, actor_account_id uuid,
       actor_partner_id uuid, at timestamptz)`,
    [world.centreId, JSON.stringify(ledger)],
  );
  return services;
}

interface Numbers {
  partner: DemoPartner;
  service: Service;
  capacity: Capacity;
  confirmedAt: Date | null;
}

/** The opening line, then the confirmation, each with its event. */
function settleNumbers(
  world: DemoWorld,
  { partner, service, capacity, confirmedAt }: Numbers,
  ledger: LedgerRow[],
): Capacity {
  const by = world.partnersOwn(partner.code);
  const opened = world.at("-60d 08:00");
  world.past(opened, by, servicePublished(service));
  const nothing = emptied(capacity);
  world.past(opened, by, capacityEvent(service, nothing, capacity, "OPENING"));
  const line = {
    service_id: service.id,
    actor_account_id: by.accountId,
    actor_partner_id: by.partnerId,
  };
  ledger.push({
    ...line,
    version: 1,
    kind: "OPENING",
    total_change: capacity.total,
    occupied_change: capacity.occupied,
    reserved_change: capacity.reserved,
    waiting_change: capacity.waiting,
    at: opened.toISOString(),
  });
  if (!confirmedAt) return capacity;
  const confirmed = Object.assign(new Capacity(), capacity);
  confirmed.confirm(confirmedAt, partner.contact);
  confirmed.version = 2;
  ledger.push({
    ...line,
    version: 2,
    kind: "CONFIRM",
    total_change: 0,
    occupied_change: 0,
    reserved_change: 0,
    waiting_change: 0,
    at: confirmedAt.toISOString(),
  });
  world.past(
    confirmedAt,
    by,
    capacityEvent(service, capacity, confirmed, "CONFIRM"),
  );
  return confirmed;
}

function serviceOf(
  world: DemoWorld,
  partner: DemoPartner,
  one: DemoOffer,
): Service {
  const { now } = world.work;
  const fee = one.feeGrosze ?? 0;
  return Object.assign(new Service(), {
    centreId: world.centreId,
    id: world.id("service", one.code),
    partnerId: world.partnerId(partner.code),
    name: one.name,
    description: null,
    area: one.area,
    group: one.group,
    form: one.form,
    sphere: one.sphere,
    reintegrationProfile: one.reintegrationProfile,
    entryMode: one.entryMode,
    acquisitionMode: partner.acquisitionMode,
    feeGrosze: fee,
    feeUnit: fee > 0 ? one.unit : null,
    emergency: one.emergency ?? false,
    forResidents: one.forResidents ?? true,
    place: partner.address,
    accessibility: one.accessibility ?? [],
    careDuringActivity: one.careDuringActivity ?? false,
    transportProvided: one.transportProvided ?? false,
    supporting: one.supporting ?? false,
    targetGroups: one.targetGroups ?? [],
    eligibility: one.eligibility ?? null,
    ageFrom: one.ages?.[0] ?? null,
    ageTo: one.ages?.[1] ?? null,
    hours: one.hours ?? [],
    seasonFrom: one.season?.[0] ?? null,
    seasonTo: one.season?.[1] ?? null,
    restsOnHolidays: one.restsOnHolidays ?? true,
    status: "ACTIVE",
    // who has not joined yet shows the offer to the hub alone
    visibility: partner.standing === "INVITED" ? "HUB_ONLY" : "PUBLIC",
    suspendedUntil: null,
    eventOn: one.eventInDays === undefined ? null : world.day(one.eventInDays),
    referableFrom: null,
    referableTo: null,
    importKey: null,
    programmeId: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Service>);
}

function openingOf(
  world: DemoWorld,
  service: Service,
  one: DemoOffer,
): Capacity {
  const referrals = world.municipality.referrals.filter(
    (referral) => referral.service === one.code,
  );
  const unitsAfter = (event: string) =>
    referrals
      .filter(({ steps }) => steps.at(-1)?.event === event)
      .reduce((sum, { units }) => sum + (units ?? 1), 0);
  const waitingReferred = unitsAfter("ReferralWaitlisted");
  return Object.assign(new Capacity(), {
    centreId: service.centreId,
    serviceId: service.id,
    partnerId: service.partnerId,
    unit: one.unit,
    total: one.total,
    occupied: one.occupied,
    reserved: one.reserved,
    waitingReferred,
    waitingOutside: one.waiting - waitingReferred,
    running: unitsAfter("ReferralStarted"),
    walkIns: 0,
    suspended: false,
    confirmEveryDays: null,
    confirmedAt: null,
    confirmedBy: null,
    confirmedFrom: null,
    version: 1,
    numbersVersion: 1,
  } satisfies Partial<Capacity>);
}

/** On one of the last working days and at its own time, unless the file says how long ago, or never. */
function confirmedAtOf(
  world: DemoWorld,
  one: DemoOffer,
  place: number,
): Date | null {
  if (one.neverConfirmed) return null;
  const minutes = 8 * 60 + ((place * 47) % 480);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  if (one.confirmedDaysAgo !== undefined)
    return world.at(`-${String(one.confirmedDaysAgo)}d ${clock}`);
  const times = [0, 1, 2, 3, 4, 5]
    .map((days) => world.at(`-${String(days)}d ${clock}`))
    .filter((at) => at < world.work.now)
    .filter((at) => isWorkingDay(DateTime.fromJSDate(at, { zone: ZONE })));
  return times[place % times.length] ?? world.at("-60m");
}
