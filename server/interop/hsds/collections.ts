// The five lists of the API: how each is counted, read, and one of it found.
import type {
  Asked,
  PublishedOffer,
  Slice,
  Wanted,
} from "./published.reads.js";
import {
  countOrganizations,
  countServices,
  findOrganizations,
  findServices,
  servicesOf,
} from "./published.reads.js";
import { isAsked } from "./query.js";
import {
  atLocationRecord,
  fullOrganization,
  fullService,
  organizationRecord,
  serviceRecord,
  type Told,
} from "./records.js";
import { taxonomies, termRecords } from "./vocabulary.js";

export interface Collection {
  readonly says: string;
  readonly parameters: readonly string[];
  count(asked: Asked, wanted: Wanted): Promise<number>;
  list(
    asked: Asked,
    wanted: Wanted,
    slice: Slice,
    query: URLSearchParams,
  ): Promise<readonly Told[]>;
  find(asked: Asked, id: string, query: URLSearchParams): Promise<Told | null>;
}

const PAGED = ["search", "page", "per_page", "format"];

const services: Collection = {
  says: "What is offered to residents.",
  parameters: [
    ...PAGED,
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimal",
    "full",
  ],
  count: countServices,
  async list(asked, wanted, slice, query) {
    const found = await findServices(asked, wanted, slice);
    return found.map(serviceForm(query));
  },
  async find(asked, id) {
    const [found] = await findServices(asked, { id }, { first: 1 });
    return found ? fullService(found) : null;
  },
};

function serviceForm(query: URLSearchParams): (one: PublishedOffer) => Told {
  if (isAsked(query, "minimal"))
    return ({ id, updatedAt }) => ({
      id,
      modified_date: updatedAt.toISOString(),
    });
  return isAsked(query, "full") ? fullService : serviceRecord;
}

const organizations: Collection = {
  says: "Who offers it.",
  parameters: [
    ...PAGED,
    "full_service",
    "full",
    "taxonomy_term_id",
    "taxonomy_id",
  ],
  count: countOrganizations,
  async list(asked, wanted, slice, query) {
    const found = await findOrganizations(asked, wanted, slice);
    const isFull = isAsked(query, "full");
    if (!isAsked(query, "full_service"))
      return found.map(isFull ? fullOrganization : organizationRecord);
    const whole: Told[] = [];
    for (const one of found)
      whole.push(await withServices(asked, one.id, fullOrganization(one)));
    return whole;
  },
  async find(asked, id, query) {
    const [found] = await findOrganizations(asked, { id }, { first: 1 });
    if (!found) return null;
    const told = fullOrganization(found);
    return isAsked(query, "full_service")
      ? withServices(asked, id, told)
      : told;
  },
};

async function withServices(
  asked: Asked,
  id: string,
  told: Told,
): Promise<Told> {
  const services = await servicesOf(asked, id);
  return { ...told, services: services.map(fullService) };
}

const serviceAtLocations: Collection = {
  says: "What is offered where.",
  parameters: [
    ...PAGED,
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "full",
  ],
  count: (asked, wanted) => countServices(asked, { ...wanted, placed: true }),
  async list(asked, wanted, slice, query) {
    const found = await findServices(asked, { ...wanted, placed: true }, slice);
    const isFull = isAsked(query, "full");
    return found
      .map((one) => atLocationRecord(one, isFull))
      .filter((told) => told !== null);
  },
  async find(asked, id) {
    const [found] = await findServices(
      asked,
      { id, placed: true },
      { first: 1 },
    );
    return found ? atLocationRecord(found, true) : null;
  },
};

/** Of what stands still: the same for each centre. */
function standing(
  says: string,
  records: readonly Told[],
  more: readonly string[] = [],
): Collection {
  const chosen = (wanted: Wanted) =>
    records.filter(
      (one) =>
        !wanted.parentId &&
        (!wanted.taxonomyId || one["taxonomy_id"] === wanted.taxonomyId) &&
        (!wanted.search || holds(one["name"], wanted.search)),
    );
  return {
    says,
    parameters: [...PAGED, ...more],
    count: (_asked, wanted) => Promise.resolve(chosen(wanted).length),
    list: (_asked, wanted, { first, skip = 0 }) =>
      Promise.resolve(chosen(wanted).slice(skip, skip + first)),
    find: (_asked, id) =>
      Promise.resolve(records.find((one) => one["id"] === id) ?? null),
  };
}

function holds(name: unknown, search: string): boolean {
  return (
    typeof name === "string" &&
    name.toLocaleLowerCase("pl").includes(search.toLocaleLowerCase("pl"))
  );
}

export const collections: ReadonlyMap<string, Collection> = new Map([
  ["services", services],
  ["organizations", organizations],
  ["service_at_locations", serviceAtLocations],
  [
    "taxonomies",
    standing("By what the offer is ordered.", taxonomies.map(asTold)),
  ],
  [
    "taxonomy_terms",
    standing("The words of each order.", termRecords.map(asTold), [
      "taxonomy_id",
      "top_only",
      "parent_id",
    ]),
  ],
]);

function asTold(record: object): Told {
  return { ...record };
}
