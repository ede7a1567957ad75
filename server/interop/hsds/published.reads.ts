// What goes out of the bank of services, column by column: a column that is not named here does not leave (decision 0094).
import type { ServiceHours, TargetGroup } from "../../offer/index.js";
import type { Reads } from "../../platform/database/session.js";
import {
  atLocationsOf,
  locationsOf,
  type Said,
  saidOf,
} from "./package-records.reads.js";
import {
  type Condition,
  organizationCondition,
  PERHAPS_A_PERSON,
  serviceCondition,
  type Wanted,
} from "./published-condition.js";

export interface PublishedOrganization {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  sector: string;
  address: string | null;
  terc: string | null;
  website: string | null;
  phone: string | null;
  regon: string | null;
  krs: string | null;
  said: Said | null;
  locations: Said[] | null;
}

export interface PublishedOffer {
  id: string;
  name: string;
  description: string | null;
  area: string;
  group: string;
  form: string;
  sphere: string | null;
  entryMode: string;
  feeGrosze: number;
  feeUnit: string | null;
  emergency: boolean;
  accessibility: string[];
  careDuringActivity: boolean;
  transportProvided: boolean;
  targetGroups: TargetGroup[];
  eligibility: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  hours: ServiceHours[];
  seasonFrom: number | null;
  seasonTo: number | null;
  restsOnHolidays: boolean;
  place: string | null;
  status: string;
  suspendedUntil: string | null;
  eventOn: string | null;
  updatedAt: Date;
  /** In which its free places are told: never the number. */
  band: string | null;
  organization: PublishedOrganization;
  said: Said | null;
  atLocations: Said[] | null;
}

/** In the public registers of legal persons anybody may read these two; a tax number never leaves. */
const IN_REGISTERS = `(p.krs is not null or p.sector = 'PUBLIC')`;

const ORGANIZATION = `p.id, p.name, p.short_name as "shortName", p.kind, p.sector,
  case when ${PERHAPS_A_PERSON} then null else p.address end as address, p.terc, p.website,
  case when ${PERHAPS_A_PERSON} then null else p.phone end as phone,
  case when ${IN_REGISTERS} then p.regon end as regon, p.krs`;

const SERVICE = `s.id, s.name, s.description, s.area, s.service_group as "group", s.form, s.sphere,
  s.entry_mode as "entryMode", s.fee_grosze as "feeGrosze", s.fee_unit as "feeUnit", s.emergency, s.accessibility,
  s.care_during_activity as "careDuringActivity", s.transport_provided as "transportProvided",
  s.target_groups as "targetGroups", s.eligibility, s.age_from as "ageFrom", s.age_to as "ageTo",
  s.hours, s.season_from as "seasonFrom", s.season_to as "seasonTo", s.rests_on_holidays as "restsOnHolidays", s.place, s.status,
  s.suspended_until::text as "suspendedUntil", s.event_on::text as "eventOn", s.updated_at as "updatedAt"`;

const SERVICES = `service s join partner p on p.centre_id = s.centre_id and p.id = s.partner_id`;
const PLACE = `coalesce(s.place, case when ${PERHAPS_A_PERSON} then null else p.address end)`;

async function counted(
  reads: Reads,
  from: string,
  { sql, values }: Condition,
): Promise<number> {
  const [row] = await reads.rows<{ count: number }>(
    `select count(*)::int as count from ${from} where ${sql}`,
    values,
  );
  return row?.count ?? 0;
}

/** What is asked in one centre at one moment. */
export interface Asked {
  reads: Reads;
  centreId: string;
  now: Date;
}

export interface Slice {
  first: number;
  skip?: number;
}

export function countServices(asked: Asked, wanted: Wanted): Promise<number> {
  const { reads, centreId, now } = asked;
  return counted(reads, SERVICES, serviceCondition(centreId, wanted, now));
}

export async function findServices(
  asked: Asked,
  wanted: Wanted,
  { first, skip = 0 }: Slice,
): Promise<PublishedOffer[]> {
  const { reads, centreId, now } = asked;
  const { sql, values } = serviceCondition(centreId, wanted, now);
  const rows = await reads.rows<PublishedOffer>(
    `select ${SERVICE}, to_jsonb(o) as organization
     from ${SERVICES} cross join lateral (select ${ORGANIZATION}) o
     where ${sql} order by s.id limit $${values.push(first)} offset $${values.push(skip)}`,
    values,
  );
  const ids = rows.map(({ id }) => id);
  const bands = await reads.rows<{ service_id: string; status: string }>(
    `select service_id, status from capacity_bands($1, $2)`,
    [now, ids],
  );
  const bandOf = new Map(bands.map((one) => [one.service_id, one.status]));
  const said = await saidOf(asked, "SERVICE", ids);
  const at = await atLocationsOf(asked, ids);
  const ofOrganization = await saidOf(
    asked,
    "ORGANIZATION",
    rows.map(({ organization }) => organization.id),
  );
  return rows.map((row) => ({
    ...row,
    band: bandOf.get(row.id) ?? null,
    said: said(row.id),
    atLocations: at(row.id),
    organization: {
      ...row.organization,
      said: ofOrganization(row.organization.id),
      locations: null,
    },
  }));
}

export function countOrganizations(
  { reads, centreId, now }: Asked,
  wanted: Wanted,
): Promise<number> {
  return counted(
    reads,
    "partner p",
    organizationCondition(centreId, wanted, now),
  );
}

export async function findOrganizations(
  asked: Asked,
  wanted: Wanted,
  { first, skip = 0 }: Slice,
): Promise<PublishedOrganization[]> {
  const { reads, centreId, now } = asked;
  const { sql, values } = organizationCondition(centreId, wanted, now);
  const rows = await reads.rows<PublishedOrganization>(
    `select ${ORGANIZATION} from partner p
     where ${sql} order by p.id limit $${values.push(first)} offset $${values.push(skip)}`,
    values,
  );
  const ids = rows.map(({ id }) => id);
  const said = await saidOf(asked, "ORGANIZATION", ids);
  const locations = await locationsOf(asked, ids);
  return rows.map((row) => ({
    ...row,
    said: said(row.id),
    locations: locations(row.id),
  }));
}

/** A service at one of its places: as a package said, or at its own or its organisation's. */
export interface PublishedPlace {
  atId: string;
  /** Null: it is told from the service. */
  at: Said | null;
  service: PublishedOffer;
}

/** Listed first, so that they are joined at once and not one by one. */
const LISTED = `with a as materialized (
  select id, service_id from package_record where centre_id = $1 and kind = 'AT_LOCATION')`;
const PLACED = `${SERVICES} left join a on a.service_id = s.id`;

function placedCondition(asked: Asked, wanted: Wanted): Condition {
  const { id: _id, after, atId, ...rest } = wanted;
  const { sql, values } = serviceCondition(asked.centreId, rest, asked.now);
  const parts = [sql, `(a.id is not null or ${PLACE} is not null)`];
  if (after) parts.push(`coalesce(a.id, s.id) > $${values.push(after)}`);
  if (atId) parts.push(`coalesce(a.id, s.id) = $${values.push(atId)}`);
  return { sql: parts.join(" and "), values };
}

export async function countPlaces(
  asked: Asked,
  wanted: Wanted,
): Promise<number> {
  const { sql, values } = placedCondition(asked, wanted);
  const [row] = await asked.reads.rows<{ count: number }>(
    `${LISTED} select count(*)::int as count from ${PLACED} where ${sql}`,
    values,
  );
  return row?.count ?? 0;
}

export async function findPlaces(
  asked: Asked,
  wanted: Wanted,
  { first, skip = 0 }: Slice,
): Promise<PublishedPlace[]> {
  const { sql, values } = placedCondition(asked, wanted);
  const rows = await asked.reads.rows<{ atId: string; serviceId: string }>(
    `${LISTED} select coalesce(a.id, s.id) as "atId", s.id as "serviceId" from ${PLACED} where ${sql}
     order by 1 limit $${values.push(first)} offset $${values.push(skip)}`,
    values,
  );
  const ids = [...new Set(rows.map(({ serviceId }) => serviceId))];
  const services = await findServices(asked, { ids }, { first: ids.length });
  const byId = new Map(services.map((one) => [one.id, one]));
  return rows.flatMap(({ atId, serviceId }) => {
    const service = byId.get(serviceId);
    if (!service) return [];
    const at = service.atLocations?.find((one) => one["id"] === atId) ?? null;
    return [{ atId, at, service }];
  });
}

/** Of these organisations, in the order of their ids. */
export async function servicesOf(
  asked: Asked,
  organizationId: string,
): Promise<PublishedOffer[]> {
  return findServices(asked, { organizationId }, { first: MOST_OF_ONE });
}
const MOST_OF_ONE = 200;

export async function findCentre(
  reads: Reads,
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await reads.rows<{ id: string; name: string }>(
    `select id, name from centre where slug = $1`,
    [slug],
  );
  return found ?? null;
}
