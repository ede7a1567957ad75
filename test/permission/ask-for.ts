// How rows of reads are asked for, and how nothing is told from something.
import type { Actor, Cast } from "./cast.js";

export interface Group {
  /** The noun whose fields these are. */
  noun?: string;
  fields: readonly string[];
  query: string;
  /** Where in the answer it would stand; by default the whole answer. */
  find?: (data: unknown) => unknown;
  id: (cast: Cast) => string;
}

export const centre = (selection: string) =>
  `query ($id: ID!) { centre(id: $id) { ${selection} } }`;
/** A visitor enters a centre by its id, and only then finds what is public there. */
export const node = (noun: string, selection: string) =>
  `query ($id: ID!, $centre: ID!) { centre(id: $centre) { __typename } node(id: $id) { ... on ${noun} { ${selection} } } }`;
export const found = (data: unknown) =>
  typeof data === "object" && data && "node" in data ? data.node : null;

export function words(selection: string): string[] {
  return selection
    .replace(/\{[^{}]*\}/g, "")
    .split(/\s+/)
    .filter(Boolean);
}

export function nodeGroup(
  noun: string,
  selection: string,
  id: Group["id"],
): Group {
  return {
    noun,
    fields: words(selection),
    query: node(noun, selection),
    find: found,
    id,
  };
}

export function centreGroup(selection: string): Group {
  return {
    noun: "Centre",
    fields: words(selection.replace(/\{.*?\}(?= |$)/gs, "")),
    query: centre(selection),
    id: (cast) => cast.centre.globalId,
  };
}

/** Nothing came: no row, no text, no number above zero. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.every(isNothing);
  if (typeof value === "object") return Object.values(value).every(isNothing);
  return false;
}

/** Whether anything of the group comes. */
export async function comes(
  cast: Cast,
  actor: Actor,
  group: Group,
): Promise<boolean> {
  const { query, id, find = (data: unknown) => data } = group;
  const { data, errors } = await actor.ask(query, {
    id: id(cast),
    ...(query.includes("$centre") ? { centre: cast.centre.globalId } : {}),
  });
  const refusal = errors?.find(
    ({ extensions }) => extensions?.["code"] === "INTERNAL_SERVER_ERROR",
  );
  if (refusal) throw new Error(`${query}: ${refusal.message}`);
  return !isNothing(find(data));
}
