// The door of the graph to the agreements of a centre, page by page.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Centre } from "../identity/index.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { Agreement } from "./agreement.js";
import {
  AgreementFilter,
  agreementsVisibleTo,
} from "./agreement-list.reads.js";

const AgreementConnection = countedConnectionOf("Agreement", () => Agreement);

@Resolver(() => Centre)
export class CentreAgreementsResolver {
  @FieldResolver(() => AgreementConnection, {
    description:
      "Agreements of the centre, what ends soonest first; empty where they are not the viewer's.",
  })
  @Cost(2)
  agreements(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => AgreementFilter, { nullable: true })
    filter: AgreementFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return agreementsVisibleTo(
      context,
      filter,
      page(first, after, ["text", "uuid"]),
    );
  }
}
