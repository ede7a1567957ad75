// The next of a list of fallbacks: what it needs is held, its place is taken, and it follows who was not taken.
import { In } from "typeorm";

import { dueAt, holdStandings } from "../../agreements/index.js";
import type { Work } from "../../events/index.js";
import {
  before,
  type Capacity,
  lockCapacities,
  Service,
  writeCapacity,
} from "../../offer/index.js";
import { type Grounds, groundsOfNext } from "../grounds.js";
import { heldBy, holdsLeft } from "../open-holds.js";
import { Referral } from "../referral.js";
import { nextNumber, tokenCode } from "../referral-number.js";
import type { FallbackRow, FallbackSkip } from "./chain.js";

interface Candidates {
  services: ReadonlyMap<string, Service>;
  /** Of those to whom somebody may be sent. */
  grounds: ReadonlyMap<string, Grounds>;
  capacities: ReadonlyMap<string, Capacity>;
  /** In what the service counts that did not take her. */
  counted: ReadonlyMap<string, Capacity["unit"]>;
  open: { left: number };
}

/** All that a list may need is held before its first is tried, each kind in its own order, so that no two lists wait for each other (decision 0099). */
export async function holdCandidates(
  work: Work,
  from: Referral,
  waiting: readonly FallbackRow[],
): Promise<Candidates> {
  const found = await work.manager.getRepository(Service).findBy({
    centreId: work.centreId,
    id: In(waiting.map(({ serviceId }) => serviceId)),
  });
  const partners = new Set(found.map(({ partnerId }) => partnerId));
  await holdStandings(work, [...partners], "SHARED");
  const grounds = new Map<string, Grounds>();
  for (const service of found) {
    const those = await groundsOfNext(work, service, from);
    if ("rule" in those) grounds.set(service.id, those);
  }
  const open = await holdsLeft(work, from.senderAccountId);
  const capacities = await lockCapacities(work, [...grounds.keys()]);
  const counted = await unitsOf(work, [from.serviceId]);
  const services = new Map(found.map((service) => [service.id, service]));
  return { services, grounds, capacities, counted, open };
}

/** As she would send it herself now, with its place held; the reason where she could not. */
export async function nextTo(
  work: Work,
  from: Referral,
  { serviceId }: FallbackRow,
  held: Candidates,
  id: string,
): Promise<Referral | FallbackSkip> {
  const service = held.services.get(serviceId);
  const grounds = held.grounds.get(serviceId);
  if (!service || !grounds) return "AGREEMENT_MISSING";
  const capacity = held.capacities.get(serviceId);
  if (!capacity) return "NO_FREE_PLACE";
  const was = before(capacity);
  const units = unitsThere(from, capacity, held.counted);
  if (!capacity.hold(units)) return "NO_FREE_PLACE";
  if (held.open.left < heldBy(capacity, units)) return "TOO_MANY_HELD";
  await writeCapacity(work, service, was, capacity, {
    kind: "RESERVE",
    referralId: id,
  });
  const made = { id, service, units, grounds };
  return following(work, from, made, await nextNumber(work));
}

/** In what each of the services counts. */
export async function unitsOf(
  work: Work,
  serviceIds: readonly string[],
): Promise<Map<string, Capacity["unit"]>> {
  const rows = await work.rows<{ id: string; unit: Capacity["unit"] }>(
    `select service_id as id, unit from capacity where centre_id = $1 and service_id = any($2)`,
    [work.centreId, serviceIds],
  );
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}

/** The same amount where the same is counted; of anything else, one. */
export function unitsThere(
  { serviceId, units }: Referral,
  { unit }: Capacity,
  counted: ReadonlyMap<string, Capacity["unit"]>,
): number {
  return counted.get(serviceId) === unit ? units : 1;
}

export interface Made {
  id: string;
  service: Service;
  units: number;
  grounds: Pick<Grounds, "rule" | "agreementId" | "agreementRevision">;
}

export function following(
  work: Work,
  from: Referral,
  made: Made,
  number: string,
): Referral {
  const { service, grounds } = made;
  const { centreId, senderAccountId, senderName, priority } = from;
  return Object.assign(new Referral(), {
    ...{ centreId, senderAccountId, senderName, priority },
    id: made.id,
    // an application is not passed on by itself
    kind: "SERVICE_REFERRAL",
    number,
    tokenCode: tokenCode(),
    serviceId: service.id,
    partnerId: service.partnerId,
    status: "SENT",
    disclosureLevel: "L0_TOKEN",
    units: made.units,
    takes: "RESERVED",
    agreementId: grounds.agreementId,
    agreementRevision: grounds.agreementRevision,
    sentAt: work.now,
    dueAt: dueAt(work.now, grounds.rule),
    dueRule: grounds.rule,
    openedAt: null,
    waitingSince: null,
    offeredUntil: null,
    passedOver: null,
    expectedOn: null,
    decidedAt: null,
    startedAt: null,
    finishedAt: null,
    declineReason: null,
    discontinueReason: null,
    withdrawReason: null,
    statutoryDocumentRef: null,
    followsId: from.id,
    vanished: false,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Referral>);
}
