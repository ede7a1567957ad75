// One row of a list becomes, or changes, an organisation and its service; what people vouched for stays theirs.
import { randomUUID } from "node:crypto";

import type { Work } from "../../events/index.js";
import {
  before,
  Capacity,
  lockCapacity,
  openCapacity,
  Service,
  servicePublished,
  writeCapacity,
} from "../../offer/index.js";
import { canBeUnit, enterPartner, Partner } from "../../partners/index.js";
import type { ReadOffer, ReadOrganisation } from "./read-row.js";
import { RowRefused } from "./read-row.js";

export type Effect = "added" | "changed" | "unchanged";

/** What the centre has before the import; rows find themselves again in it. */
export class Known {
  private constructor(
    private readonly partners: Map<string, Partner>,
    /** Not of any list, e.g. the hub: the first row of its name takes it up. */
    private readonly unlisted: Map<string, Partner>,
    private readonly regons: Map<string, string>,
    readonly services: Map<string, Service>,
  ) {}

  static async of(work: Work): Promise<Known> {
    const { centreId, manager } = work;
    const partners = await manager.getRepository(Partner).findBy({ centreId });
    const services = await manager.getRepository(Service).findBy({ centreId });
    const listed = partners.filter(({ importKey }) => importKey !== null);
    const unlisted = partners.filter(({ importKey }) => importKey === null);
    return new Known(
      new Map(listed.map((one) => [one.importKey ?? "", one])),
      new Map(unlisted.map((one) => [one.name.toLowerCase(), one])),
      new Map(
        partners.flatMap(({ regon, id }) => (regon ? [[regon, id]] : [])),
      ),
      new Map(services.map((one) => [one.importKey ?? one.id, one])),
    );
  }

  partner(key: string, name: string): Partner | null {
    return (
      this.partners.get(key) ?? this.unlisted.get(name.toLowerCase()) ?? null
    );
  }

  /** @throws RowRefused where the number is another organisation's */
  keepRegon(regon: string | null, partnerId: string | null): void {
    const owner = regon === null ? undefined : this.regons.get(regon);
    if (owner !== undefined && owner !== partnerId)
      throw new RowRefused(`REGON ${regon ?? ""} is another organisation's`);
  }

  keep(key: string, partner: Partner): void {
    this.unlisted.delete(partner.name.toLowerCase());
    this.partners.set(key, partner);
    if (partner.regon) this.regons.set(partner.regon, partner.id);
  }
}

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
  const { centreId, id, version } = found;
  await work.manager
    .getRepository(Partner)
    .update(
      { centreId, id },
      { ...changes, version: version + 1, updatedAt: work.now },
    );
  work.record({
    type: "PartnerChanged",
    topic: "NETWORK",
    subjectId: id,
    partnerId: id,
    facts: { kind: read.kind },
  });
  const partner = Object.assign(found, changes);
  known.keep(key, partner);
  return { partner, effect: "changed" };
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
): Promise<Arrival> {
  const found = known.services.get(key);
  if (!found) {
    const service = newService(work, key, partner, read);
    await work.manager.getRepository(Service).insert(service);
    work.record(servicePublished(service));
    await openCapacity(work, service, newCapacity(service, read));
    known.services.set(key, service);
    return { effect: "added", keepsTotal: false };
  }
  const { total, unit: _unit, ...texts } = read;
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
): Service {
  const { total: _total, unit: _unit, ...texts } = read;
  return Object.assign(new Service(), {
    ...texts,
    centreId: work.centreId,
    id: randomUUID(),
    partnerId: partner.id,
    reintegrationProfile: "NONE",
    acquisitionMode: null,
    feeUnit: feeUnitOf(read),
    emergency: false,
    forResidents: true,
    place: partner.address,
    status: "ACTIVE",
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
    suspended: false,
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
