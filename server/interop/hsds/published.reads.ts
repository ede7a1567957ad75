// What goes out of the bank of services, column by column: a column that is not named here does not leave (decision 0094).
import { likeText } from "../../partners/index.js";
import type { Reads } from "../../platform/database/session.js";
import { type Term, termById, vocabularyById } from "./vocabulary.js";

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
  place: string | null;
  status: string;
  suspendedUntil: string | null;
  eventOn: string | null;
  updatedAt: Date;
  /** In which its free places are told: never the number. */
  band: string | null;
  organization: PublishedOrganization;
}

export interface Wanted {
  id?: string;
  /** Behind this one, in the order of their ids. */
  after?: string;
  search?: string | null;
  organizationId?: string | null;
  modifiedAfter?: Date | null;
  taxonomyId?: string | null;
  termId?: string | null;
  /** Terms below another: there are none. */
  parentId?: string | null;
  /** Only those that take place somewhere. */
  placed?: boolean;
}

/** Who may be one natural person: of these neither home nor telephone goes out. */
const PERHAPS_A_PERSON = `p.krs is null and p.kind in ('EMPLOYER', 'SERVICE_COMPANY', 'INFORMAL_GROUP')`;
/** In the public registers of legal persons anybody may read these two; a tax number never leaves. */
const IN_REGISTERS = `(p.krs is not null or p.sector = 'PUBLIC')`;

const ORGANIZATION = `p.id, p.name, p.short_name as "shortName", p.kind, p.sector,
  case when ${PERHAPS_A_PERSON} then null else p.address end as address, p.terc, p.website,
  case when ${PERHAPS_A_PERSON} then null else p.phone end as phone,
  case when ${IN_REGISTERS} then p.regon end as regon, p.krs`;

const SERVICE = `s.id, s.name, s.description, s.area, s.service_group as "group", s.form, s.sphere,
  s.entry_mode as "entryMode", s.fee_grosze as "feeGrosze", s.fee_unit as "feeUnit", s.emergency, s.place, s.status,
  s.suspended_until::text as "suspendedUntil", s.event_on::text as "eventOn", s.updated_at as "updatedAt"`;

const SERVICES = `service s join partner p on p.centre_id = s.centre_id and p.id = s.partner_id`;
const PLACE = `coalesce(s.place, case when ${PERHAPS_A_PERSON} then null else p.address end)`;

interface Condition {
  sql: string;
  values: unknown[];
}

/** Words that all have to occur; what has none finds everything. */
function searched(
  columns: readonly string[],
  text: string,
  bind: (value: unknown) => string,
): string[] {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return words.map((word) => {
    const like = `folded(${bind(`%${likeText(word)}%`)})`;
    return `(${columns.map((column) => `${column} like ${like}`).join(" or ")})`;
  });
}
const MOST_WORDS = 10;

function ofTerm(
  { vocabulary, code }: Term,
  bind: (value: unknown) => string,
  now: Date,
): string {
  switch (vocabulary) {
    case "AREA":
      return `s.area = ${bind(code)}`;
    case "GROUP":
      return `s.service_group = ${bind(code)}`;
    case "FORM":
      return `s.form = ${bind(code)}`;
    case "SPHERE":
      return `s.sphere = ${bind(code)}`;
    case "ENTRY_MODE":
      return `s.entry_mode = ${bind(code)}`;
    case "EMERGENCY":
      return "s.emergency";
    case "PARTNER_KIND":
      return `p.kind = ${bind(code)}`;
    case "AVAILABILITY":
      return `exists (select from capacity_bands(${bind(now)}) b where b.service_id = s.id and b.status = ${bind(code)})`;
  }
}

function ofTaxonomy(taxonomyId: string): string {
  switch (vocabularyById(taxonomyId)) {
    case null:
      return "false";
    case "SPHERE":
      return "s.sphere is not null";
    case "EMERGENCY":
      return "s.emergency";
    default:
      return "true";
  }
}

function serviceCondition(
  centreId: string,
  wanted: Wanted,
  now: Date,
): Condition {
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = ["s.centre_id = $1"];
  if (wanted.id) parts.push(`s.id = ${bind(wanted.id)}`);
  if (wanted.after) parts.push(`s.id > ${bind(wanted.after)}`);
  if (wanted.search)
    parts.push(...searched(["s.search", "p.search"], wanted.search, bind));
  if (wanted.organizationId)
    parts.push(`s.partner_id = ${bind(wanted.organizationId)}`);
  if (wanted.modifiedAfter)
    parts.push(`s.updated_at >= ${bind(wanted.modifiedAfter)}`);
  if (wanted.taxonomyId) parts.push(ofTaxonomy(wanted.taxonomyId));
  if (wanted.termId) {
    const term = termById(wanted.termId);
    parts.push(term ? ofTerm(term, bind, now) : "false");
  }
  if (wanted.placed) parts.push(`${PLACE} is not null`);
  return { sql: parts.join(" and "), values };
}

function organizationCondition(
  centreId: string,
  wanted: Wanted,
  now: Date,
): Condition {
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = ["p.centre_id = $1"];
  if (wanted.id) parts.push(`p.id = ${bind(wanted.id)}`);
  if (wanted.after) parts.push(`p.id > ${bind(wanted.after)}`);
  if (wanted.search) parts.push(...searched(["p.search"], wanted.search, bind));
  const withService = (condition: string) =>
    `exists (select from service s where s.centre_id = p.centre_id and s.partner_id = p.id and ${condition})`;
  if (wanted.taxonomyId)
    parts.push(
      vocabularyById(wanted.taxonomyId) === "PARTNER_KIND"
        ? "true"
        : withService(ofTaxonomy(wanted.taxonomyId)),
    );
  if (wanted.termId) {
    const term = termById(wanted.termId);
    if (!term) parts.push("false");
    else if (term.vocabulary === "PARTNER_KIND")
      parts.push(ofTerm(term, bind, now));
    else parts.push(withService(ofTerm(term, bind, now)));
  }
  return { sql: parts.join(" and "), values };
}

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
  { reads, centreId, now }: Asked,
  wanted: Wanted,
  { first, skip = 0 }: Slice,
): Promise<PublishedOffer[]> {
  const { sql, values } = serviceCondition(centreId, wanted, now);
  const rows = await reads.rows<Omit<PublishedOffer, "band">>(
    `select ${SERVICE}, to_jsonb(o) as organization
     from ${SERVICES} cross join lateral (select ${ORGANIZATION}) o
     where ${sql} order by s.id limit $${values.push(first)} offset $${values.push(skip)}`,
    values,
  );
  const bands = await reads.rows<{ service_id: string; status: string }>(
    `select service_id, status from capacity_bands($1, $2)`,
    [now, rows.map(({ id }) => id)],
  );
  const bandOf = new Map(bands.map((one) => [one.service_id, one.status]));
  return rows.map((row) => ({ ...row, band: bandOf.get(row.id) ?? null }));
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

export function findOrganizations(
  { reads, centreId, now }: Asked,
  wanted: Wanted,
  { first, skip = 0 }: Slice,
): Promise<PublishedOrganization[]> {
  const { sql, values } = organizationCondition(centreId, wanted, now);
  return reads.rows(
    `select ${ORGANIZATION} from partner p
     where ${sql} order by p.id limit $${values.push(first)} offset $${values.push(skip)}`,
    values,
  );
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
