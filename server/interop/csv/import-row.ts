// One row of a list becomes, or changes, an organisation and its service; what people vouched for stays theirs.
import { randomUUID } from "node:crypto";

import { In } from "typeorm";

import type { Work } from "../../events/index.js";
import {
  before,
  Capacity,
  lockCapacity,
  openCapacity,
  Service,
  servicePublished,
  unsaid,
  writeCapacity,
} from "../../offer/index.js";
import {
  canBeUnit,
  enterPartner,
  Partner,
  type PartnerKind,
} from "../../partners/index.js";
import type { Known } from "./known.js";
import type { ReadOffer, ReadOrganisation } from "./read-row.js";
import { RowRefused } from "./read-row.js";

export type Effect = "added" | "changed" | "unchanged";

const LONGEST_SHORT_NAME = 40;

function shortened(name: string): string {
  return name.length <= LONGEST_SHORT_NAME
    ? name
    : `${name.slice(0, LONGEST_SHORT_NAME - 1).trimEnd()}…`;
}

export async function importOrganisation(
  work: Work,
  known: Known,
  key: string,
  read: ReadOrganisation,
  id?: string,
): Promise<{ partner: Partner; effect: Effect }> {
  const { sector, dataRole, code, ...owned } = read;
  const found = known.partner(key, read.name);
  known.keepRegon(read.regon, found?.id ?? null);
  if (
    (found ?? read).dataRole === "SAME_CONTROLLER" &&
    !canBeUnit({ kind: read.kind, sector: (found ?? read).sector })
  )
    throw new RowRefused(
      `only public units of the centre are SAME_CONTROLLER, and ${read.kind} is none`,
    );
  if (!found) {
    const partner = await enterPartner(work, {
      ...owned,
      ...(id === undefined ? {} : { id }),
      code,
      sector,
      dataRole,
      shortName: shortened(read.name),
      importKey: key,
    });
    known.keep(key, partner);
    return { partner, effect: "added" };
  }
  // its sector, data role and short name are the centre's own from here on
  const changes = changesOf(found, { ...owned, importKey: key });
  if (!changes) return { partner: found, effect: "unchanged" };
  const { centreId, version } = found;
  await work.manager
    .getRepository(Partner)
    .update(
      { centreId, id: found.id },
      { ...changes, version: version + 1, updatedAt: work.now },
    );
  recordChanged(work, found.id, read.kind);
  const partner = Object.assign(found, changes);
  known.keep(key, partner);
  return { partner, effect: "changed" };
}

function recordChanged(work: Work, id: string, kind: PartnerKind): void {
  work.record({
    type: "PartnerChanged",
    topic: "NETWORK",
    subjectId: id,
    partnerId: id,
    facts: { kind },
  });
}

/** What stands beside them changed, not they themselves. */
export async function touchPartners(
  work: Work,
  ids: readonly string[],
): Promise<void> {
  const rows = await work.rows<{ id: string; kind: PartnerKind }>(
    `update partner set version = version + 1, updated_at = $3 where centre_id = $1 and id = any($2) returning id, kind`,
    [work.centreId, ids, work.now],
  );
  for (const { id, kind } of rows) recordChanged(work, id, kind);
}

/** What stands beside them changed, not they themselves. */
export async function touchServices(
  work: Work,
  ids: readonly string[],
): Promise<void> {
  const { centreId } = work;
  await work.rows(
    `update service set version = version + 1, updated_at = $3 where centre_id = $1 and id = any($2)`,
    [centreId, ids, work.now],
  );
  const services = await work.manager
    .getRepository(Service)
    .findBy({ centreId, id: In([...ids]) });
  for (const service of services)
    work.record({ ...servicePublished(service), type: "ServiceChanged" });
}

export interface Arrival {
  effect: Effect;
  /** Somebody vouched for another total, and the list does not take it away. */
  keepsTotal: boolean;
}

export async function importService(
  work: Work,
  known: Known,
  key: string,
  partner: Partner,
  read: ReadOffer,
  id?: string,
): Promise<Arrival> {
  const found = known.services.get(key);
  if (!found) {
    const service = newService(work, key, partner, read, id);
    await work.manager.getRepository(Service).insert(service);
    work.record(servicePublished(service));
    await openCapacity(work, service, newCapacity(service, read));
    known.services.set(key, service);
    return { effect: "added", keepsTotal: false };
  }
  // whether it is paused is its organisation's own from here on
  const { total, unit: _unit, status: _status, ...texts } = read;
  const changes = changesOf(found, {
    ...texts,
    feeUnit: feeUnitOf(read),
    place: partner.address,
  });
  if (changes) {
    await work.manager
      .getRepository(Service)
      .update(
        { centreId: work.centreId, id: found.id },
        { ...changes, version: found.version + 1, updatedAt: work.now },
      );
    work.record({
      ...servicePublished(Object.assign(found, changes)),
      type: "ServiceChanged",
    });
  }
  const moved = await importTotal(work, found, total);
  return {
    effect: changes || moved === "moved" ? "changed" : "unchanged",
    keepsTotal: moved === "kept",
  };
}

/** Until somebody vouches for a number the list's is the best there is. */
async function importTotal(
  work: Work,
  service: Service,
  total: number | null,
): Promise<"same" | "moved" | "kept"> {
  const capacity = await lockCapacity(work, service.id);
  if (!capacity || total === null || capacity.total === total) return "same";
  if (capacity.confirmedAt !== null) return "kept";
  const was = before(capacity);
  if (!capacity.setTotal(total)) return "kept";
  await writeCapacity(work, service, was, capacity, {
    kind: "SET_TOTAL",
    reason: "import",
  });
  return "moved";
}

function feeUnitOf({ feeGrosze, unit }: ReadOffer) {
  return feeGrosze > 0 ? unit : null;
}

function newService(
  work: Work,
  key: string,
  partner: Partner,
  read: ReadOffer,
  id: string = randomUUID(),
): Service {
  const { total: _total, unit: _unit, status = "ACTIVE", ...texts } = read;
  return Object.assign(new Service(), {
    ...texts,
    centreId: work.centreId,
    id,
    partnerId: partner.id,
    reintegrationProfile: "NONE",
    acquisitionMode: null,
    feeUnit: feeUnitOf(read),
    emergency: false,
    forResidents: true,
    place: partner.address,
    supporting: false,
    ...unsaid(),
    status,
    visibility: "PUBLIC",
    suspendedUntil: null,
    eventOn: null,
    referableFrom: null,
    referableTo: null,
    importKey: key,
    programmeId: null,
    version: 1,
    createdAt: work.now,
    updatedAt: work.now,
  } satisfies Partial<Service>);
}

/** Never confirmed: it counts as having no free place until somebody vouches for it (domain 0.1 (5)). */
function newCapacity(service: Service, read: ReadOffer): Capacity {
  return Object.assign(new Capacity(), {
    centreId: service.centreId,
    serviceId: service.id,
    partnerId: service.partnerId,
    unit: read.unit,
    total: read.total ?? 0,
    occupied: 0,
    reserved: 0,
    waitingReferred: 0,
    waitingOutside: 0,
    running: 0,
    walkIns: 0,
    suspended: service.status === "PAUSED",
    confirmEveryDays: null,
    confirmedAt: null,
    confirmedBy: null,
    confirmedFrom: null,
  } satisfies Partial<Capacity>);
}

/** Null where everything is as it was. */
function changesOf<Noun extends object>(
  noun: Noun,
  read: Partial<Noun>,
): Partial<Noun> | null {
  const was = new Map(Object.entries(noun));
  const isSame = Object.entries(read).every(
    ([name, value]) => was.get(name) === value,
  );
  return isSame ? null : read;
}
