// What a package says beyond our own nouns, kept as it came and put together as it goes out: locations, telephones, hours, words of its taxonomies.
import type { Work } from "../../events/index.js";

/** Rows of another table that are part of the row `r`, each with its id. */
const parts = (file: string, needed: readonly string[] = []) =>
  `(select jsonb_agg(c.content || jsonb_build_object('id', c.id) order by c.id) from package_row c
    where c.file = '${file}' and c.parent = r.id${needed.map((name) => ` and c.content ? '${name}'`).join("")})`;

const LOCATION_TYPES = `'physical', 'postal', 'virtual'`;
const SERVICE_WORDS = `'name', 'status'`;
const ADDRESS = [
  ...["address_1", "city", "state_province", "postal_code", "country"],
  "address_type",
];

/** The statement that keeps the records of one kind, and says of which nouns they changed. */
function keeping(of: {
  kind: string;
  from: string;
  where: string;
  content: string;
  partner?: string;
  service?: string;
  location?: string;
}): string {
  const { partner = "null", service = "null", location = "null" } = of;
  return `insert into package_record (centre_id, kind, id, partner_id, service_id, location_id, content)
    select $1, '${of.kind}', r.id, ${partner}::uuid, ${service}::uuid, ${location}::uuid, jsonb_strip_nulls(${of.content})
    from package_row r ${of.from} where r.${of.where}
    on conflict (centre_id, kind, id) do update
      set content = excluded.content, partner_id = excluded.partner_id,
          service_id = excluded.service_id, location_id = excluded.location_id
      where (package_record.content, package_record.partner_id, package_record.service_id, package_record.location_id)
        is distinct from (excluded.content, excluded.partner_id, excluded.service_id, excluded.location_id)
    returning partner_id, service_id`;
}

const taken = (noun: string) =>
  `join package_taken t on t.noun = '${noun}' and t.id`;

const ORGANIZATION = keeping({
  kind: "ORGANIZATION",
  from: `${taken("organization")} = r.id`,
  where: `file = 'organization'`,
  partner: "r.id",
  content: `(r.content - 'name' - 'website') || jsonb_build_object(
    'phones', ${parts("phone", ["number"])})`,
});

const LOCATION = keeping({
  kind: "LOCATION",
  from: `${taken("organization")} = r.parent`,
  where: `file = 'location' and r.content->>'location_type' in (${LOCATION_TYPES})`,
  partner: "r.parent",
  content: `r.content || jsonb_build_object(
    'addresses', ${parts("address", ADDRESS)},
    'phones', ${parts("phone", ["number"])},
    'languages', ${parts("language")},
    'schedules', ${parts("schedule")},
    'accessibility', ${parts("accessibility")})`,
});

const SERVICE = keeping({
  kind: "SERVICE",
  from: `${taken("service")} = r.id`,
  where: `file = 'service'`,
  service: "r.id",
  content: `(r.content - array[${SERVICE_WORDS}]) || jsonb_build_object(
    'phones', ${parts("phone", ["number"])},
    'languages', ${parts("language")},
    'schedules', ${parts("schedule")},
    'service_areas', ${parts("service_area")},
    'cost_options', ${parts("cost_option")},
    'required_documents', ${parts("required_document")},
    'attributes', ${parts("attribute", ["taxonomy_term_id"])})`,
});

const AT_LOCATION = keeping({
  kind: "AT_LOCATION",
  from: `${taken("service")} = r.parent
    join package_row l on l.file = 'location' and l.id = (r.content->>'location_id')::uuid
      and l.content->>'location_type' in (${LOCATION_TYPES})
    join package_taken o on o.noun = 'organization' and o.id = l.parent`,
  where: `file = 'service_at_location'`,
  service: "r.parent",
  location: "l.id",
  content: `(r.content - 'location_id') || jsonb_build_object(
    'phones', ${parts("phone", ["number"])},
    'schedules', ${parts("schedule")},
    'service_areas', ${parts("service_area")})`,
});

const TAXONOMY = keeping({
  kind: "TAXONOMY",
  from: "",
  where: `file = 'taxonomy' and r.content ? 'name'`,
  content: `jsonb_build_object('description', r.content->>'name') || r.content`,
});

const TERM = keeping({
  kind: "TERM",
  from: "",
  where: `file = 'taxonomy_term' and r.content ?| array['name', 'code']`,
  content: `jsonb_build_object('name', r.content->>'code',
    'description', coalesce(r.content->>'name', r.content->>'code')) || r.content`,
});

/** Where a service takes place no more. */
const GONE = `delete from package_record a using package_taken t
  where a.centre_id = $1 and a.kind = 'AT_LOCATION' and t.noun = 'service' and t.id = a.service_id
    and not exists (select from package_row r where r.file = 'service_at_location' and r.id = a.id)
  returning a.partner_id, a.service_id`;

/** Of whom a record changed. */
export interface Kept {
  readonly partners: Set<string>;
  readonly services: Set<string>;
}

/** Beside the nouns that `package_taken` lists. */
export async function keepRecords(work: Work): Promise<Kept> {
  const kept: Kept = { partners: new Set(), services: new Set() };
  for (const statement of [
    ...[TAXONOMY, TERM, ORGANIZATION, LOCATION, SERVICE, AT_LOCATION],
    GONE,
  ]) {
    const rows = await work.rows<{
      partner_id: string | null;
      service_id: string | null;
    }>(statement, [work.centreId]);
    for (const { partner_id, service_id } of rows) {
      if (partner_id) kept.partners.add(partner_id);
      if (service_id) kept.services.add(service_id);
    }
  }
  return kept;
}
