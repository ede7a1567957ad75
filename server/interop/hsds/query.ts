// What a question to the API may say beside its path, as the standard names it; what cannot be understood is refused, not passed over.
import { NotHandedOver } from "../../platform/file-door.js";
import { isId } from "./named-id.js";
import type { Wanted } from "./published-condition.js";

const LARGEST_PAGE = 100;
const USUAL_PAGE = 50;
/** Of two words each: it is made for being taken whole. */
const LARGEST_MINIMAL_PAGE = 1_000;

export interface Query {
  wanted: Wanted;
  page: number;
  perPage: number;
  format: "json" | "ndjson";
}

const refused = (message: string) => new NotHandedOver(400, message);

/** @throws NotHandedOver */
export function readQuery(
  query: URLSearchParams,
  parameters: readonly string[],
): Query {
  for (const name of query.keys())
    if (!parameters.includes(name))
      throw refused(
        `"${name.slice(0, 40)}" is not asked here. There are: ${parameters.join(", ")}.`,
      );
  const most = isAsked(query, "minimal") ? LARGEST_MINIMAL_PAGE : LARGEST_PAGE;
  return {
    wanted: {
      search: text(query, "search"),
      organizationId: id(query, "organization_id"),
      modifiedAfter: moment(query, "modified_after"),
      taxonomyId: id(query, "taxonomy_id"),
      termId: id(query, "taxonomy_term_id"),
      parentId: id(query, "parent_id"),
      topOnly: isAsked(query, "top_only"),
    },
    page: whole(query, "page", 1, 100_000),
    perPage: whole(query, "per_page", Math.min(USUAL_PAGE, most), most),
    format: format(query.get("format")),
  };
}

/** @throws NotHandedOver */
export function isAsked(query: URLSearchParams, name: string): boolean {
  switch (query.get(name)) {
    case null:
    case "false":
      return false;
    case "":
    case "true":
      return true;
    default:
      throw refused(`${name} is true or false.`);
  }
}

function text(query: URLSearchParams, name: string): string | null {
  const given = query.get(name)?.trim() ?? "";
  if (given.includes("\u0000") || given.length > 200)
    throw refused(`${name} has at most 200 characters.`);
  return given || null;
}

function id(query: URLSearchParams, name: string): string | null {
  const given = query.get(name);
  if (given === null) return null;
  if (isId(given)) return given.toLowerCase();
  throw refused(`${name} is a UUID.`);
}

function moment(query: URLSearchParams, name: string): Date | null {
  const given = query.get(name);
  if (given === null) return null;
  const at = new Date(given);
  const isRead =
    /^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(given) && !Number.isNaN(at.getTime());
  if (isRead) return at;
  throw refused(`${name} is a moment as in 2026-11-30T08:00:00Z.`);
}

function whole(
  query: URLSearchParams,
  name: string,
  usual: number,
  most: number,
): number {
  const given = query.get(name);
  if (given === null) return usual;
  const number = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw refused(`${name} is a whole number from 1 to ${String(most)}.`);
}

function format(given: string | null): "json" | "ndjson" {
  if (given === null || given === "json") return "json";
  if (given === "ndjson") return given;
  throw refused("format is json or ndjson.");
}
