// What a centre has already: lines of lists and rows of packages find themselves again in it.
import { In } from "typeorm";

import type { Work } from "../../events/index.js";
import { Service } from "../../offer/index.js";
import { Partner } from "../../partners/index.js";
import { RowRefused } from "./read-row.js";

/** What the centre has before the import; rows find themselves again in it. */
export class Known {
  private constructor(
    private readonly partners: Map<string, Partner>,
    /** Not of any list, e.g. the hub: the first row of its name takes it up. */
    private readonly unlisted: Map<string, Partner>,
    private readonly regons: Map<string, string>,
    readonly services: Map<string, Service>,
    private readonly ids: Map<string, Partner>,
    private readonly serviceKeys: Map<string, string | null>,
  ) {}

  static async of(work: Work): Promise<Known> {
    const { centreId, manager } = work;
    const partners = await manager.getRepository(Partner).findBy({ centreId });
    const services = await manager.getRepository(Service).findBy({ centreId });
    return Known.from(partners, services);
  }

  /** Those that a batch of a package is about, and those that stand in its way. */
  static async among(
    work: Work,
    of: {
      ids: readonly string[];
      parents: readonly string[];
      regons: readonly string[];
      keyOf: (id: string) => string;
    },
  ): Promise<Known> {
    const { centreId, manager } = work;
    const ids = [...new Set([...of.ids, ...of.parents])];
    const partners = await manager.getRepository(Partner).findBy([
      { centreId, id: In(ids) },
      { centreId, importKey: In(ids.map(of.keyOf)) },
      { centreId, regon: In([...of.regons]) },
    ]);
    const services = await manager.getRepository(Service).findBy([
      { centreId, id: In([...of.ids]) },
      { centreId, importKey: In(of.ids.map(of.keyOf)) },
    ]);
    return Known.from(partners, services);
  }

  private static from(
    partners: readonly Partner[],
    services: readonly Service[],
  ): Known {
    const listed = partners.filter(({ importKey }) => importKey !== null);
    const unlisted = partners.filter(({ importKey }) => importKey === null);
    return new Known(
      new Map(listed.map((one) => [one.importKey ?? "", one])),
      new Map(unlisted.map((one) => [one.name.toLowerCase(), one])),
      new Map(
        partners.flatMap(({ regon, id }) => (regon ? [[regon, id]] : [])),
      ),
      new Map(services.map((one) => [one.importKey ?? one.id, one])),
      new Map(partners.map((one) => [one.id, one])),
      new Map(services.map((one) => [one.id, one.importKey])),
    );
  }

  /** Made here, and out in the world under the same id: it is not the package's to change. */
  isOurs(id: string, key: string): boolean {
    const partner = this.ids.get(id);
    if (partner && partner.importKey !== key) return true;
    const serviceKey = this.serviceKeys.get(id);
    return serviceKey !== undefined && serviceKey !== key;
  }

  partnerById(id: string): Partner | null {
    return this.ids.get(id) ?? null;
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
    this.ids.set(partner.id, partner);
    this.unlisted.delete(partner.name.toLowerCase());
    this.partners.set(key, partner);
    if (partner.regon) this.regons.set(partner.regon, partner.id);
  }
}
