// The five lists of the API: how each is counted, read, and one of it found.
import { keptRecords, type Said } from "./package-records.reads.js";
import { placeRecord } from "./places.js";
import {
  type Asked,
  countOrganizations,
  countPlaces,
  countServices,
  findOrganizations,
  findPlaces,
  findServices,
  type PublishedOffer,
  servicesOf,
  type Slice,
} from "./published.reads.js";
import type { Wanted } from "./published-condition.js";
import { isAsked } from "./query.js";
import {
  fullOrganization,
  fullService,
  organizationRecord,
  serviceRecord,
} from "./records.js";
import type { Told } from "./told.js";
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
    if (isAsked(query, "minimal"))
      return found.map(({ id, updatedAt }) => ({
        id,
        modified_date: updatedAt.toISOString(),
      }));
    return isAsked(query, "full")
      ? fullServices(asked, found)
      : found.map(serviceRecord);
  },
  async find(asked, id) {
    const found = await findServices(asked, { id }, { first: 1 });
    const [told] = await fullServices(asked, found);
    return told ?? null;
  },
};

/** With the terms of packages that they have. */
async function fullServices(
  asked: Asked,
  found: readonly PublishedOffer[],
): Promise<Told[]> {
  const ids = found.flatMap(({ said }) => termsIn(said));
  const terms =
    ids.length > 0 ? await keptRecords(asked, "TERM", [...new Set(ids)]) : [];
  const byId = new Map(terms.map((term) => [String(term["id"]), term]));
  return found.map((one) => fullService(one, byId));
}

function termsIn(said: Said | null): string[] {
  const attributes: unknown = said?.["attributes"];
  if (!Array.isArray(attributes)) return [];
  return attributes.map((one: Told) => String(one["taxonomy_term_id"]));
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
  return { ...told, services: await fullServices(asked, services) };
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
  count: countPlaces,
  async list(asked, wanted, slice, query) {
    const found = await findPlaces(asked, wanted, slice);
    const isFull = isAsked(query, "full");
    return found
      .map((one) => placeRecord(one, isFull))
      .filter((told) => told !== null);
  },
  async find(asked, id) {
    const [found] = await findPlaces(asked, { atId: id }, { first: 1 });
    return found ? placeRecord(found, true) : null;
  },
};

/** Of our own, the same for each centre, and of packages. */
function words(
  says: string,
  kind: "TERM" | "TAXONOMY",
  own: readonly Told[],
  more: readonly string[] = [],
): Collection {
  const all = async (asked: Asked) =>
    [...own, ...(await keptRecords(asked, kind, null))].sort((one, other) =>
      String(one["id"]) < String(other["id"]) ? -1 : 1,
    );
  const chosen = async (asked: Asked, wanted: Wanted) =>
    (await all(asked)).filter(
      (one) =>
        (!wanted.parentId || one["parent_id"] === wanted.parentId) &&
        (!wanted.topOnly || one["parent_id"] === undefined) &&
        (!wanted.after || String(one["id"]) > wanted.after) &&
        (!wanted.taxonomyId || one["taxonomy_id"] === wanted.taxonomyId) &&
        (!wanted.search || holds(one["name"], wanted.search)),
    );
  return {
    says,
    parameters: [...PAGED, ...more],
    count: async (asked, wanted) => (await chosen(asked, wanted)).length,
    list: async (asked, wanted, { first, skip = 0 }) =>
      (await chosen(asked, wanted)).slice(skip, skip + first),
    find: async (asked, id) =>
      (await all(asked)).find((one) => one["id"] === id) ?? null,
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
    words("By what the offer is ordered.", "TAXONOMY", taxonomies.map(asTold)),
  ],
  [
    "taxonomy_terms",
    words("The words of each order.", "TERM", termRecords.map(asTold), [
      "taxonomy_id",
      "top_only",
      "parent_id",
    ]),
  ],
]);

function asTold(record: object): Told {
  return { ...record };
}
