// Prints a graph as schema/schema.graphql holds it: sorted, described, with one line of warning above.
import type { GraphQLSchema } from "graphql";
import { lexicographicSortSchema, printSchema } from "graphql";

const HEAD = "# Printed by `npm run schema`; do not edit by hand.\n\n";

export function printedSchema(schema: GraphQLSchema): string {
  return `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;
}
