// What packages said beyond our own nouns, read for a page at once.
import type { Asked } from "./published.reads.js";

/** As it came, with its id. */
export type Said = Readonly<Record<string, unknown>>;

const OWNER = {
  ORGANIZATION: "id",
  SERVICE: "id",
  LOCATION: "partner_id",
  AT_LOCATION: "service_id",
} as const;

/** What each knows of others; a noun's own record adds to the noun, and brings none. */
const IDS = {
  ORGANIZATION: `'{}'`,
  SERVICE: `'{}'`,
  LOCATION: `jsonb_build_object('id', id, 'organization_id', partner_id)`,
  AT_LOCATION: `jsonb_build_object('id', id, 'service_id', service_id, 'location_id', location_id)`,
} as const;

/** @returns by their owners, each in the order of their ids */
async function byOwner(
  { reads, centreId }: Asked,
  kind: keyof typeof OWNER,
  owners: readonly string[],
): Promise<Map<string, Said[]>> {
  const rows = await reads.rows<{ owner: string; said: Said }>(
    `select ${OWNER[kind]} as owner, content || ${IDS[kind]} as said
     from package_record where centre_id = $1 and kind = $2 and ${OWNER[kind]} = any($3) order by id`,
    [centreId, kind, owners],
  );
  const found = new Map<string, Said[]>();
  for (const { owner, said } of rows)
    found.set(owner, [...(found.get(owner) ?? []), said]);
  return found;
}

/** A noun's own record, where a package said something of it. */
export async function saidOf(
  asked: Asked,
  kind: "ORGANIZATION" | "SERVICE",
  ids: readonly string[],
): Promise<(id: string) => Said | null> {
  const found = await byOwner(asked, kind, ids);
  return (id) => found.get(id)?.[0] ?? null;
}

export async function locationsOf(
  asked: Asked,
  organizationIds: readonly string[],
): Promise<(id: string) => Said[] | null> {
  const found = await byOwner(asked, "LOCATION", organizationIds);
  return (id) => found.get(id) ?? null;
}

/** Each with its location. */
export async function atLocationsOf(
  asked: Asked,
  serviceIds: readonly string[],
): Promise<(id: string) => Said[] | null> {
  const { reads, centreId } = asked;
  const found = await byOwner(asked, "AT_LOCATION", serviceIds);
  const all = [...found.values()].flat();
  const rows = await reads.rows<{ id: string; said: Said }>(
    `select id, content || jsonb_build_object('id', id, 'organization_id', partner_id) as said
     from package_record where centre_id = $1 and kind = 'LOCATION' and id = any($2)`,
    [centreId, all.map((at) => at["location_id"])],
  );
  const locations = new Map(rows.map(({ id, said }) => [id, said]));
  return (id) =>
    found.get(id)?.map((at) => ({
      ...at,
      location: locations.get(String(at["location_id"])),
    })) ?? null;
}

/** Terms and taxonomies that packages brought. */
export async function keptRecords(
  { reads, centreId }: Asked,
  kind: "TERM" | "TAXONOMY",
  ids: readonly string[] | null,
): Promise<Said[]> {
  const rows = await reads.rows<{ said: Said }>(
    `select content || jsonb_build_object('id', id) as said from package_record
     where centre_id = $1 and kind = $2 and ($3::uuid[] is null or id = any($3)) order by id`,
    [centreId, kind, ids],
  );
  return rows.map(({ said }) => said);
}
