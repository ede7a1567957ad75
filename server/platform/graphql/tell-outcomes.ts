// What came of each mutation, told by the name of its payload's member or by the code of its refusal.
import { defaultFieldResolver, type GraphQLSchema } from "graphql";

import { codeOf } from "./code-of.js";
import { Context } from "./context.js";
import { Problem } from "./problem.js";

export function tellOutcomes(schema: GraphQLSchema): GraphQLSchema {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(mutations)) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      const tell = (outcome: string) => {
        if (context instanceof Context) context.outcome(field.name, outcome);
      };
      try {
        const payload: unknown = await resolve(source, args, context, info);
        tell(payload instanceof Problem ? payload.constructor.name : "done");
        return payload;
      } catch (error) {
        tell(codeOf(error));
        throw error;
      }
    };
  }
  return schema;
}
