// Doors of the graph to the viewer's own cases.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Centre } from "../identity/index.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Case } from "./case.js";
import { casesVisibleTo } from "./cases.reads.js";

const CaseConnection = countedConnectionOf("Case", () => Case);

@Resolver(() => Centre)
export class CentreCasesResolver {
  @FieldResolver(() => CaseConnection, {
    description: "The viewer's own cases, the latest first; empty for others.",
  })
  @Cost(2)
  cases(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return casesVisibleTo(context, page(first, after, ["day", "uuid"]));
  }
}
