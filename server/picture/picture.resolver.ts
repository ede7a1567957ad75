// Doors of the graph to the whole: the picture of a network and the offer in numbers.
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { Centre } from "../identity/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { Network } from "../partnership/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { NetworkGraph, NetworkNode } from "./graph.js";
import { CentreOverview } from "./overview.js";
import { graphOf, overviewOf } from "./picture.reads.js";

@Resolver(() => Network)
export class NetworkPictureResolver {
  @FieldResolver(() => NetworkGraph, {
    description: "Organisations of the network and what ties them.",
  })
  @Cost(20)
  graph(@Root() network: Network, @Ctx() context: Context) {
    return graphOf(context, network);
  }
}

@Resolver(() => NetworkNode)
export class NetworkNodeResolver {
  @FieldResolver(() => Partner, { description: "The organisation." })
  partner(@Root() node: NetworkNode, @Ctx() context: Context) {
    return context.load(partnerById, node.partnerId);
  }
}

@Resolver(() => Centre)
export class CentreOverviewResolver {
  @FieldResolver(() => CentreOverview, {
    nullable: true,
    description:
      "The offer in a few numbers; null where it is not the viewer's.",
  })
  // counts the whole offer
  @Cost(400)
  overview(@Root() _centre: Centre, @Ctx() context: Context) {
    return overviewOf(context);
  }
}
