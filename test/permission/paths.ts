// Every way by which one noun leads to others, made from the schema: selections that walk them all and ask for all fields.
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

import {
  type Limits,
  operationCheck,
} from "../../server/platform/graphql/limits.js";

/** The fields of objects that lead on, by name; an object that a way ends at is asked for its own fields, once in all. */
interface Tree {
  isEnd: boolean;
  on: ReadonlyMap<string, Tree>;
}

const nowhere: Tree = { isEnd: false, on: new Map() };

export interface Walk {
  /** Selections of the root, each as wide as the limits let through. */
  selections: string[];
  /** How many ways they walk, and which no document may. */
  ways: number;
  refused: string[];
  /** Fields that lead on, of any type: those that are walked, and those at the end of a way that no document may. */
  walked: Set<string>;
  beyond: Set<string>;
}

export interface Root {
  limits: Limits;
  /** Around the selection of the noun, e.g. `query { centre { … } }`. */
  around: (selection: string) => string;
  type: string;
  variables: Record<string, unknown>;
}

/**
 * @param nouns how many nouns a way may pass, the first included
 * @param without fields that are not walked
 */
export function walkFrom(
  schema: GraphQLSchema,
  { around, type, variables, limits }: Root,
  nouns: number,
  without: readonly string[] = [],
): Walk {
  const start = objectOf(schema, type);
  const isRefused = (selection: string) =>
    isTooDear(schema, around(selection), variables, limits);
  const ways = waysFrom(start, nouns).filter(
    (way) => !way.some((field) => without.includes(field)),
  );
  const walk: Walk = {
    selections: [],
    ways: ways.length,
    refused: [],
    walked: new Set(),
    beyond: new Set(),
  };
  const keep = (selection: string, some: readonly string[][]) => {
    walk.selections.push(selection);
    for (const way of some)
      for (const step of stepsOf(start, way)) walk.walked.add(step);
  };
  const pack = (some: readonly string[][]) => {
    const tree = some.reduce(withWay, { ...nowhere, isEnd: true });
    const selection = selectionOf(start, tree);
    if (!isRefused(selection)) {
      keep(selection, some);
      return;
    }
    const [way] = some;
    if (way && some.length === 1) {
      // a way too dear in its full width is walked for what stands at its end, in pages of two
      const narrow = selectionOf(start, tree, true);
      if (!isRefused(narrow)) {
        keep(narrow, some);
        return;
      }
      walk.refused.push(`${type}.${way.join(".")}`);
      walk.beyond.add(stepsOf(start, way).at(-1) ?? "");
      return;
    }
    const half = Math.ceil(some.length / 2);
    pack(some.slice(0, half));
    pack(some.slice(half));
  };
  pack(ways);
  return walk;
}

/** @throws where it is refused for anything but its cost */
export function isTooDear(
  schema: GraphQLSchema,
  text: string,
  variables: Record<string, unknown>,
  limits: Limits,
): boolean {
  const checked = operationCheck({ schema, limits, introspection: false })({
    text,
    variables,
  });
  if (!("errors" in checked)) return false;
  const [error] = checked.errors;
  if (error?.extensions["code"] !== "TOO_COSTLY")
    throw new Error(`${error?.message ?? "refused"}: ${text}`);
  return true;
}

function objectOf(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (isObjectType(type)) return type;
  throw new Error(`${name} is no object of the graph`);
}

const isNoun = (type: GraphQLObjectType) =>
  type.getInterfaces().some(({ name }) => name === "Node");

/** What leads on from an object; a page is walked by its nodes. */
function leading(
  type: GraphQLObjectType,
): [name: string, to: GraphQLObjectType][] {
  return Object.values(type.getFields()).flatMap(
    (field): [string, GraphQLObjectType][] => {
      const to = getNamedType(field.type);
      if (!isObjectType(to) || field.args.some(isRequiredArgument)) return [];
      if (type.name.endsWith("Connection") && field.name === "edges") return [];
      return [[field.name, to]];
    },
  );
}

function waysFrom(type: GraphQLObjectType, nouns: number): string[][] {
  return leading(type).flatMap(([name, to]) => {
    const left = isNoun(to) ? nouns - 1 : nouns;
    if (left === 0) return [];
    return [[name], ...waysFrom(to, left).map((way) => [name, ...way])];
  });
}

/** The fields that a way passes, each with its type. */
function stepsOf(type: GraphQLObjectType, way: readonly string[]): string[] {
  const [name, ...rest] = way;
  if (name === undefined) return [];
  const to = getNamedType(type.getFields()[name]?.type);
  return [
    `${type.name}.${name}`,
    ...(isObjectType(to) ? stepsOf(to, rest) : []),
  ];
}

function withWay({ isEnd, on }: Tree, way: readonly string[]): Tree {
  const [name, ...rest] = way;
  if (name === undefined) return { isEnd: true, on };
  return {
    isEnd,
    on: new Map(on).set(name, withWay(on.get(name) ?? nowhere, rest)),
  };
}

/** All texts and numbers of the objects at which the tree's ways end; the others are only passed. */
function selectionOf(
  type: GraphQLObjectType,
  tree: Tree,
  isNarrow = false,
): string {
  const passed = isNarrow ? tree.on.size > 0 : !tree.isEnd;
  const own = Object.values(passed ? {} : type.getFields())
    .filter((field) => !isCompositeType(getNamedType(field.type)))
    .filter((field) => !field.args.some(isRequiredArgument))
    .map(({ name }) => name);
  const edges =
    !passed && "edges" in type.getFields() && type.name.endsWith("Connection");
  const further = leading(type)
    .filter(([name]) => tree.on.has(name))
    .map(([name, to]) => {
      const isPage = "pageInfo" in to.getFields();
      const inner = selectionOf(to, tree.on.get(name) ?? nowhere, isNarrow);
      return `${name}${isPage ? (isNarrow ? "(first: 2)" : "(first: 10)") : ""} { ${inner} }`;
    });
  return [
    "__typename",
    ...own,
    ...(edges ? ["edges { cursor }"] : []),
    ...further,
  ].join(" ");
}
