// Every place of the graph that takes a value from outside, with an operation that reaches it.
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";

import { type KnownIds, sampleOf } from "./samples.js";

export interface Place {
  /** As in `Mutation.sendReferral(input.units)`. */
  name: string;
  kind: "query" | "mutation" | "subscription";
  query: string;
  /** The values of the operation, of which one is replaced. */
  variables(): Record<string, unknown>;
  at: readonly (string | number)[];
  type: GraphQLInputType;
}

export function placesOf(schema: GraphQLSchema, ids: KnownIds): Place[] {
  const places: Place[] = [];
  const kinds = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  for (const kind of ["mutation", "subscription", "query"] as const) {
    const root = kinds[kind];
    if (!root) continue;
    const ways =
      kind === "query" ? waysFrom(schema, root, ids) : [[root, ""] as const];
    for (const [type, way] of ways)
      for (const field of Object.values(type.getFields()))
        places.push(...placesOfField(kind, type, way, field, ids));
  }
  return places;
}

function placesOfField(
  kind: Place["kind"],
  type: GraphQLObjectType,
  way: string,
  field: GraphQLField<unknown, unknown>,
  ids: KnownIds,
): Place[] {
  if (field.args.length === 0) return [];
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const inner = isCompositeType(getNamedType(field.type))
    ? " { __typename }"
    : "";
  const opened = way.split("{").length - 1;
  const query = `${kind} Ask(${declared.join(", ")}) { ${way} ${field.name}(${given.join(", ")})${inner} ${"}".repeat(opened)} }`;
  const variables = () =>
    Object.fromEntries(
      field.args
        // an empty page would hide what a filter does
        .filter(({ name }) => name !== "after")
        .map((arg) => [
          arg.name,
          sampleOf(
            arg.type,
            arg.name === "id" ? `${type.name}.id` : arg.name,
            ids,
          ),
        ]),
    );
  return field.args.flatMap((arg) =>
    leavesOf(arg.type, [arg.name]).map(({ at, type: leaf }) => ({
      name: `${type.name}.${field.name}(${at.filter((step) => step !== 0).join(".")})`,
      kind,
      query,
      variables,
      at,
      type: leaf,
    })),
  );
}

function leavesOf(
  type: GraphQLInputType,
  at: readonly (string | number)[],
): Pick<Place, "at" | "type">[] {
  const nullable = getNullableType(type);
  const inner = isListType(nullable)
    ? leavesOf(nullable.ofType, [...at, 0])
    : isInputObjectType(nullable)
      ? Object.values(nullable.getFields()).flatMap((field) =>
          leavesOf(field.type, [...at, field.name]),
        )
      : [];
  return [{ at, type }, ...inner];
}

/** The shortest way from the root to each type, as the opening of an operation. */
export function waysFrom(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  ids: KnownIds,
): [GraphQLObjectType, string][] {
  const ways = new Map<string, [GraphQLObjectType, string]>([
    [root.name, [root, ""]],
  ]);
  for (const [type, way] of ways.values())
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const met = isObjectType(named)
        ? [named]
        : isAbstractType(named)
          ? [...schema.getPossibleTypes(named)]
          : [];
      const args = field.args
        .filter(({ name }) => name === "id")
        .map(
          ({ name }) =>
            `${name}: ${JSON.stringify(ids[`${type.name}.id`] ?? "")}`,
        );
      const call = `${field.name}${args.length > 0 ? `(${args.join()})` : ""}`;
      for (const target of met) {
        if (ways.has(target.name)) continue;
        const cast = target === named ? "" : ` ... on ${target.name} {`;
        ways.set(target.name, [target, `${way} ${call} {${cast}`]);
      }
    }
  return [...ways.values()];
}

/** The values with one place of them replaced. */
export function replaced(
  place: Place,
  value: unknown,
): Record<string, unknown> {
  const variables = place.variables();
  let whole: unknown = variables;
  for (const [depth, step] of place.at.entries()) {
    if (typeof whole !== "object" || whole === null) break;
    if (depth === place.at.length - 1) Reflect.set(whole, step, value);
    // an optional part that the sample left out
    else if (Reflect.get(whole, step) === undefined)
      Reflect.set(
        whole,
        step,
        typeof place.at[depth + 1] === "number" ? [] : {},
      );
    whole = Reflect.get(whole, step);
  }
  return variables;
}
