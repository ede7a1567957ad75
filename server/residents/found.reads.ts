// What a page shows of the public offer, asked as open data is asked (decision 0094).
import type { PublicPage } from "../identity/index.js";
import {
  type Asked,
  findServices,
  type PublishedOffer,
} from "../interop/index.js";
import { searchPublished } from "../offer/index.js";
import type { Reads } from "../platform/database/session.js";
import { binding } from "../platform/permission/render.js";
import { belongs, type Situation } from "./situations.js";

export interface Sought {
  text?: string;
  situation?: Situation | null;
  id?: string;
  /** Costs nothing. */
  isFree?: boolean;
  /** Takes somebody now. */
  takesNow?: boolean;
  emergency?: boolean;
  /** Whoever comes is let in. */
  isOpen?: boolean;
}

export interface Found {
  services: PublishedOffer[];
  total: number;
  /** What was read instead of mistyped words. */
  readAs: readonly string[];
}

/** More than anybody reads; what fits best stands first. */
const MOST_FOUND = 400;

export async function findOffer(
  asked: Asked,
  sought: Sought,
  { first, skip = 0 }: { first: number; skip?: number },
): Promise<Found> {
  const { reads, centreId, now } = asked;
  const { values, bind } = binding();
  const searched = sought.text
    ? await searchPublished(asked, sought.text, MOST_FOUND)
    : null;
  const ids = searched && bind(searched.ids);
  const where = [
    `s.centre_id = ${bind(centreId)}`,
    ids && `s.id = any(${ids}::uuid[])`,
    sought.situation && belongs(sought.situation, bind),
    sought.id !== undefined && `s.id = ${bind(sought.id)}`,
    sought.isFree && "s.fee_grosze = 0",
    sought.emergency && "s.emergency and s.status = 'ACTIVE'",
    sought.isOpen && "s.entry_mode = 'OPEN'",
    sought.takesNow && "b.takes_now and s.status = 'ACTIVE'",
  ].filter(Boolean);
  const bands = sought.takesNow
    ? `join capacity_bands(${bind(now)}${ids ? `, ${ids}::uuid[]` : ""}) b on b.service_id = s.id`
    : "";
  const order = ids
    ? `array_position(${ids}::uuid[], s.id)`
    : "s.entry_mode <> 'OPEN', folded(s.name), s.id";
  const rows = await reads.rows<{ id: string; total: number }>(
    `select s.id, count(*) over ()::int as total from service s ${bands}
     where ${where.join(" and ")} order by ${order} limit ${bind(first)} offset ${bind(skip)}`,
    values,
  );
  const listed = rows.map(({ id }) => id);
  const services = await findServices(asked, { ids: listed }, { first });
  const byId = new Map(services.map((one) => [one.id, one]));
  return {
    services: listed.flatMap((id) => byId.get(id) ?? []),
    total: rows[0]?.total ?? 0,
    readAs: searched?.readAs ?? [],
  };
}

/** Of whom the page is, as far as it is everybody's to know. */
export interface Host {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  /** Nothing to be found by who looks for help. */
  isForShow: boolean;
  createdOn: string;
  address: string | null;
  phone: string | null;
  page: PublicPage | null;
}

const HOST = `select c.id, c.slug, c.name, c.short_name as "shortName", c.is_demo or c.is_trial as "isForShow",
    c.created_at::date::text as "createdOn", h.address, h.phone, c.public_page as page
  from centre c left join partner h on h.centre_id = c.id and h.id = c.hub_partner_id`;

export async function findHost({
  reads,
  centreId,
}: Asked): Promise<Host | null> {
  const [host] = await reads.rows<Host>(`${HOST} where c.id = $1`, [centreId]);
  return host ?? null;
}

export function findHosts(reads: Reads): Promise<Host[]> {
  return reads.rows(`${HOST} order by c.is_demo or c.is_trial, c.short_name`);
}

export interface Listed {
  id: string;
  changedOn: string;
}

/** Every service of a map for search engines, in the order of their ids. */
export async function findIds(
  { reads, centreId }: Asked,
  after: string | null,
  first: number,
): Promise<Listed[]> {
  return reads.rows(
    `select id, updated_at::date::text as "changedOn" from service
     where centre_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [centreId, after, first],
  );
}
