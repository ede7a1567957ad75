// Every personal field notes that it was told, whichever way it was reached: nobody who adds one can forget it.
import type { GraphQLSchema } from "graphql";
import { defaultFieldResolver, isObjectType } from "graphql";

import type { Context } from "../platform/graphql/context.js";
import { partsOfReferral, personalFields } from "./personal-fields.js";

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
          tell(context, noun, source, name);
        return value;
      };
    }
  }
  return schema;
}

function tell(
  { disclosures }: Context,
  noun: string,
  source: unknown,
  name: string,
): void {
  const part = partsOfReferral[noun];
  if (part) disclosures.tell("Referral", idOf(source, "referralId"), part);
  else disclosures.tell(noun, idOf(source, "id"), name);
}

function idOf(source: unknown, key: "id" | "referralId"): string {
  if (typeof source === "object" && source && key in source) {
    const id: unknown = Reflect.get(source, key);
    if (typeof id === "string") return id;
  }
  throw new Error("a personal field belongs to a noun with an id");
}
