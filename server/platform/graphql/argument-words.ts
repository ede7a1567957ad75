// Descriptions of arguments that mean the same wherever they stand.
import type { GraphQLArgument, GraphQLSchema } from "graphql";
import { getNamedType, isInputObjectType, isObjectType } from "graphql";

const WORDS: Readonly<Record<string, string>> = {
  first: "At most so many, from 1 to 100.",
  after: "Goes on after this cursor of the same list or stream.",
  id: "The opaque id of the noun.",
  token: "What stands in the link of a mail.",
  centreId: "The viewer's own centre.",
  areas: "Only services of these areas.",
  serviceIds: "Only these services.",
};

/** An input says by its own type what it is. */
function wordsOf({ name, type }: GraphQLArgument): string | undefined {
  const named = getNamedType(type);
  return isInputObjectType(named)
    ? (named.description ?? undefined)
    : WORDS[name];
}

/** Describes every argument that has no words of its own yet. */
export function describeArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { args } of Object.values(type.getFields()))
      for (const arg of args) arg.description ??= wordsOf(arg);
  }
  return schema;
}
