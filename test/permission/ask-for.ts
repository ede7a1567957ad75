// How rows of reads are asked for, alone or as many as a document may hold, and how nothing is told from something.
import type { GraphQLSchema } from "graphql";

import { defaultLimits } from "../../server/platform/graphql/limits.js";
import type { Actor, Cast } from "./cast.js";
import { isTooDear } from "./paths.js";

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
const entering = "centre(id: $centre) { __typename } node(id: $id)";
export const node = (noun: string, selection: string) =>
  `query ($id: ID!, $centre: ID!) { ${entering} { ... on ${noun} { ${selection} } } }`;
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

interface GivenAnswer {
  data: unknown;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** @throws where an answer is a fault of ours */
function withoutFault(query: string, { data, errors }: GivenAnswer): unknown {
  const refusal = errors?.find(
    ({ extensions }) => extensions?.["code"] === "INTERNAL_SERVER_ERROR",
  );
  if (refusal) throw new Error(`${query}: ${refusal.message}`);
  return data;
}

/** Whether anything of the group comes. */
async function comes(cast: Cast, actor: Actor, group: Group): Promise<boolean> {
  const { query, id, find = (data: unknown) => data } = group;
  const answer = await actor.ask(query, {
    id: id(cast),
    ...(query.includes("$centre") ? { centre: cast.centre.globalId } : {}),
  });
  return !isNothing(find(withoutFault(query, answer)));
}

type Named = [name: string, group: Group];

/** Nodes by their ids, each under a name of its own. */
function nodesOf(cast: Cast, some: readonly Named[]) {
  const selections = some.map(
    ([, { query }], n) =>
      `n${String(n)}: node(id: $id${String(n)}) ${query.slice(query.indexOf(entering) + entering.length, -1)}`,
  );
  return {
    query: `query ($centre: ID!, ${some.map((_, n) => `$id${String(n)}: ID!`).join(", ")}) {
      centre(id: $centre) { __typename } ${selections.join(" ")} }`,
    variables: {
      centre: cast.centre.globalId,
      ...Object.fromEntries(
        some.map(([, { id }], n) => [`id${String(n)}`, id(cast)]),
      ),
    },
  };
}

/** As many nodes in a document as the limits let through. */
function together(
  schema: GraphQLSchema,
  cast: Cast,
  nodes: readonly Named[],
): Named[][] {
  const packs: Named[][] = [];
  for (const one of nodes) {
    const last = packs.at(-1);
    const { query, variables } = nodesOf(cast, [...(last ?? []), one]);
    if (last && !isTooDear(schema, query, variables, defaultLimits))
      last.push(one);
    else packs.push([one]);
  }
  return packs;
}

/** The names of those groups of which anything comes. */
export async function comingOf(
  schema: GraphQLSchema,
  cast: Cast,
  actor: Actor,
  groups: readonly Named[],
): Promise<Set<string>> {
  const coming = new Set<string>();
  const isNode = ([, { find, query }]: Named) =>
    find === found && query.includes(entering);
  for (const pack of together(schema, cast, groups.filter(isNode))) {
    const { query, variables } = nodesOf(cast, pack);
    const data = withoutFault(query, await actor.ask(query, variables));
    for (const [n, [name]] of pack.entries())
      if (!isNothing(Reflect.get(Object(data), `n${String(n)}`)))
        coming.add(name);
  }
  for (const one of groups)
    if (!isNode(one) && (await comes(cast, actor, one[1]))) coming.add(one[0]);
  return coming;
}
