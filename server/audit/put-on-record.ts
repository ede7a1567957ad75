// Every personal field notes that it was told, whichever way it was reached: nobody who adds one can forget it.
import type { GraphQLSchema } from "graphql";
import { defaultFieldResolver, isObjectType } from "graphql";

import type { Context } from "../platform/graphql/context.js";
import { personalFields } from "./personal-fields.js";

export function putOnRecord(schema: GraphQLSchema): GraphQLSchema {
  for (const [noun, ranks] of Object.entries(personalFields)) {
    const type = schema.getType(noun);
    for (const [name, rank] of Object.entries(ranks)) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field) throw new Error(`there is no ${noun}.${name}`);
      if (rank !== "PERSONAL") continue;
      const told = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source: unknown, given, context: Context, at) => {
        const value: unknown = await told(source, given, context, at);
        // what is empty tells nothing
        if (value !== null && value !== undefined && value !== "")
          context.disclosures.tell(noun, idOf(source), name);
        return value;
      };
    }
  }
  return schema;
}

function idOf(source: unknown): string {
  if (
    typeof source === "object" &&
    source &&
    "id" in source &&
    typeof source.id === "string"
  )
    return source.id;
  throw new Error("a personal field belongs to a noun with an id");
}
