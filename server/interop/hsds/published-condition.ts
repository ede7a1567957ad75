// Which organisations and services a question to the API is about, as conditions of SQL.
import { likeText } from "../../partners/index.js";
import { type Term, termById, vocabularyById } from "./vocabulary.js";

export interface Wanted {
  id?: string;
  ids?: readonly string[];
  /** Behind this one, in the order of their ids. */
  after?: string;
  search?: string | null;
  organizationId?: string | null;
  modifiedAfter?: Date | null;
  taxonomyId?: string | null;
  termId?: string | null;
  /** Terms below this one, or those that are below none. */
  parentId?: string | null;
  topOnly?: boolean;
  /** A place where a service takes place. */
  atId?: string;
}

/** Who may be one natural person: of these neither home nor telephone goes out. */
export const PERHAPS_A_PERSON = `p.krs is null and p.kind in ('EMPLOYER', 'SERVICE_COMPANY', 'INFORMAL_GROUP')`;

export interface Condition {
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

function easedBy(code: string, bind: (value: unknown) => string): string {
  if (code === "CARE") return "s.care_during_activity";
  if (code === "TRANSPORT") return "s.transport_provided";
  return `s.accessibility @> array[${bind(code)}::text]`;
}

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
    case "EASE":
      return easedBy(code, bind);
    case "PARTNER_KIND":
      return `p.kind = ${bind(code)}`;
    case "AVAILABILITY":
      return `exists (select from capacity_bands(${bind(now)}) b where b.service_id = s.id and b.status = ${bind(code)})`;
  }
}

/** What a package said of it. */
const ofPackage = (service: string) =>
  `select from package_record ps where ps.centre_id = ${service}.centre_id and ps.kind = 'SERVICE' and ps.id = ${service}.id`;

function attributeOf(termId: string): string {
  return JSON.stringify([{ taxonomy_term_id: termId }]);
}

function ofTaxonomy(
  taxonomyId: string,
  bind: (value: unknown) => string,
): string {
  switch (vocabularyById(taxonomyId)) {
    case null:
      return `exists (${ofPackage("s")} and exists (
        select from jsonb_array_elements(ps.content->'attributes') a
        join package_record t on t.centre_id = s.centre_id and t.kind = 'TERM' and t.id = (a->>'taxonomy_term_id')::uuid
        where t.content->>'taxonomy_id' = ${bind(taxonomyId)}))`;
    case "SPHERE":
      return "s.sphere is not null";
    case "EMERGENCY":
      return "s.emergency";
    case "EASE":
      return "(s.accessibility <> '{}' or s.care_during_activity or s.transport_provided)";
    default:
      return "true";
  }
}

export function serviceCondition(
  centreId: string,
  wanted: Wanted,
  now: Date,
): Condition {
  const values: unknown[] = [centreId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = ["s.centre_id = $1"];
  if (wanted.id) parts.push(`s.id = ${bind(wanted.id)}`);
  if (wanted.ids) parts.push(`s.id = any(${bind(wanted.ids)})`);
  if (wanted.after) parts.push(`s.id > ${bind(wanted.after)}`);
  if (wanted.search)
    parts.push(...searched(["s.search", "p.search"], wanted.search, bind));
  if (wanted.organizationId)
    parts.push(`s.partner_id = ${bind(wanted.organizationId)}`);
  if (wanted.modifiedAfter)
    parts.push(`s.updated_at >= ${bind(wanted.modifiedAfter)}`);
  if (wanted.taxonomyId) parts.push(ofTaxonomy(wanted.taxonomyId, bind));
  if (wanted.termId) {
    const term = termById(wanted.termId);
    parts.push(
      term
        ? ofTerm(term, bind, now)
        : `exists (${ofPackage("s")} and ps.content->'attributes' @> ${bind(attributeOf(wanted.termId))}::jsonb)`,
    );
  }
  return { sql: parts.join(" and "), values };
}

export function organizationCondition(
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
        : withService(ofTaxonomy(wanted.taxonomyId, bind)),
    );
  if (wanted.termId) {
    const term = termById(wanted.termId);
    if (!term)
      parts.push(
        withService(
          `exists (${ofPackage("s")} and ps.content->'attributes' @> ${bind(attributeOf(wanted.termId))}::jsonb)`,
        ),
      );
    else if (term.vocabulary === "PARTNER_KIND")
      parts.push(ofTerm(term, bind, now));
    else parts.push(withService(ofTerm(term, bind, now)));
  }
  return { sql: parts.join(" and "), values };
}
