// How each argument that takes an id is asked with any id: what is foreign is to be answered as what is absent.
import type { GraphQLSchema } from "graphql";
import { getNamedType, isInputObjectType, isObjectType } from "graphql";

import { aKey } from "../support/world.js";
import type { ActorName, Cast } from "./cast.js";
import { actorNames } from "./cast.js";
import type { Question } from "./doors.js";
import type { Taken } from "./fields.table.js";
import { mutations } from "./operations.table.js";
import { inputOf } from "./plays.js";

export interface Asked {
  /** By whom it is worth asking: who may do it, and some who may not. */
  actors: readonly ActorName[];
  with(id: string): Question;
}

const UNPRIVILEGED: readonly ActorName[] = ["anonymous", "elsewhere", "viewer"];

/** @throws where nobody said how; a new argument is asked here, if its mutation is not in the table already */
export function askedBy(
  schema: GraphQLSchema,
  cast: Cast,
  { by, name }: Taken,
): Asked {
  const [root, field = ""] = by.split(".");
  const centre = cast.centre.globalId;
  if (by === "Query.node")
    return {
      actors: actorNames,
      with: (id) => ({
        query: `query ($centre: ID!, $id: ID!) { centre(id: $centre) { id } node(id: $id) { __typename id } }`,
        variables: { centre, id },
      }),
    };
  if (root === "Query")
    return {
      actors: actorNames.filter((actor) => actor !== "anonymous"),
      with: (id) => ({
        query: `query ($id: ID!) { ${field}(${name}: $id) { __typename } }`,
        variables: { id },
      }),
    };
  if (root === "Subscription")
    return {
      actors: actorNames,
      with: (id) => {
        const value = name.endsWith("s") ? [id] : id;
        return {
          query: `subscription ($centreId: ID!, ${name === "centreId" ? "" : `$${name}: [ID!]`}) {
            ${field}(centreId: $centreId ${name === "centreId" ? "" : `, ${name}: $${name}`}) { __typename } }`,
          variables: { centreId: centre, [name]: value },
        };
      },
    };
  const mutation = mutationWith(schema, by);
  if (mutation) return ofMutation(cast, mutation, name);
  return ofFilter(schema, centre, by, name);
}

/** The mutation whose input is of this type, or holds a list of it. */
function mutationWith(
  schema: GraphQLSchema,
  type: string,
): { verb: string; input: string; list: string | null } | null {
  for (const { name: verb, args } of Object.values(
    schema.getMutationType()?.getFields() ?? {},
  ))
    for (const { type: of } of args) {
      const input = getNamedType(of);
      if (!isInputObjectType(input)) continue;
      if (input.name === type) return { verb, input: type, list: null };
      for (const inner of Object.values(input.getFields()))
        if (getNamedType(inner.type).name === type)
          return { verb, input: input.name, list: inner.name };
    }
  return null;
}

function ofMutation(
  cast: Cast,
  { verb, input, list }: { verb: string; input: string; list: string | null },
  name: string,
): Asked {
  const row = mutations.find(({ operation }) => operation === verb);
  const may = actorNames.filter((actor) => row?.marks[actor] === "y");
  return {
    actors: [
      ...(row ? may : actorNames.filter((actor) => actor !== "anonymous")),
      ...UNPRIVILEGED,
    ],
    with: (id) => {
      const whole = row ? inputOf(cast, verb, id) : {};
      if ("requestKey" in whole) whole["requestKey"] = aKey();
      const given = list
        ? { ...whole, [list]: [{ ...firstOf(whole[list]), [name]: id }] }
        : { ...whole, [name]: id };
      return {
        query: `mutation ($input: ${input}!) { ${verb}(input: $input) {
          __typename ... on InvalidInput { message fields { path message } } } }`,
        variables: { input: given },
      };
    },
  };
}

/** What a list holds as a rule; where nobody said it, what was seen. */
function firstOf(list: unknown): Record<string, unknown> {
  const all: readonly unknown[] = Array.isArray(list) ? list : [];
  const [first] = all;
  return typeof first === "object" ? { ...first } : { version: 100_000 };
}

/** Lists of a centre that take a filter of this type. */
function ofFilter(
  schema: GraphQLSchema,
  centre: string,
  by: string,
  name: string,
): Asked {
  const type = schema.getType("Centre");
  const lists = isObjectType(type)
    ? Object.values(type.getFields()).filter(({ args }) =>
        args.some((arg) => getNamedType(arg.type).name === by),
      )
    : [];
  if (lists.length === 0)
    throw new Error(`nobody knows how to ask for ${by}.${name}`);
  const asked = lists.map(({ name: list, type: of }) => {
    const page = getNamedType(of).name.endsWith("Connection");
    return `${list}(filter: { ${name}: $id }) { ${page ? "totalCount pageInfo { endCursor hasNextPage }" : "total"} }`;
  });
  return {
    actors: actorNames,
    with: (id) => ({
      query: `query ($centre: ID!, $id: ID!) { centre(id: $centre) { ${asked.join(" ")} } }`,
      variables: { centre, id },
    }),
  };
}
