// The door of the graph to the demo's mailbox.
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";

import { DEFAULT_PAGE, page } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { mailboxOf } from "./mailbox.reads.js";
import { ShownLetterConnection } from "./shown-letter.js";

@Resolver()
export class MailboxResolver {
  @Query(() => ShownLetterConnection, {
    nullable: true,
    description:
      "What the demo would have sent, the latest first; null where mails go out or there is no demo.",
  })
  @Cost(2)
  mailbox(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return mailboxOf(context, page(first, after, ["instant", "uuid"]));
  }
}
