// The one door by which anything with an id can be asked for.
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";

import type { Context } from "./context.js";
import { parseGlobalId } from "./global-id.js";
import { Node } from "./node.js";

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Null when absent or not the viewer's to see.",
  })
  node(
    @Arg("id", () => ID) globalId: string,
    @Ctx() context: Context,
  ): Promise<Node | null> | null {
    const parsed = parseGlobalId(globalId);
    return parsed && context.findNode(parsed.type, parsed.id);
  }
}
