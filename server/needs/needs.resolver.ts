// Doors of the graph to the needs of a network.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { Network, networkById } from "../partnership/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  commentNeed,
  CommentNeedInput,
  CommentNeedPayload,
} from "./comment-need.js";
import { Need } from "./need.js";
import { NeedComment } from "./need-comment.js";
import { needPolicy } from "./needs.policy.js";
import { commentsOfNeed, needsOfNetwork } from "./needs.reads.js";
import {
  recordNeed,
  RecordNeedInput,
  RecordNeedPayload,
} from "./record-need.js";

@Resolver(() => Need)
export class NeedResolver {
  @Mutation(() => RecordNeedPayload, {
    description: "Puts a need into the register of unmet needs.",
  })
  recordNeed(
    @Arg("input", () => RecordNeedInput) input: RecordNeedInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => recordNeed(work, input));
  }

  @FieldResolver(() => Network, {
    nullable: true,
    description: "The network that wants to answer it.",
  })
  network(@Root() need: Need, @Ctx() context: Context) {
    return need.networkId ? context.load(networkById, need.networkId) : null;
  }

  @FieldResolver(() => [NeedComment], {
    description: "What was said of it, the newest first, at most 100.",
  })
  @Cost(3)
  comments(@Root() { id }: Need, @Ctx() context: Context) {
    return context.load(commentsOfNeed, id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say something of it.",
  })
  viewerCanComment(@Root() need: Need, @Ctx() { actor }: Context): boolean {
    return allows(needPolicy.comment, actor, need);
  }
}

@Resolver(() => NeedComment)
export class NeedCommentResolver {
  @FieldResolver(() => Partner, { description: "Whose remark it is." })
  partner(@Root() { partnerId }: NeedComment, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @Mutation(() => CommentNeedPayload, {
    description: "Says something of a need.",
  })
  commentNeed(
    @Arg("input", () => CommentNeedInput) input: CommentNeedInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => commentNeed(work, input));
  }
}

@Resolver(() => Network)
export class NetworkNeedsResolver {
  @FieldResolver(() => [Need], {
    description: "Needs that it wants to answer, the oldest first.",
  })
  @Cost(3)
  needs(@Root() network: Network, @Ctx() context: Context) {
    return context.load(needsOfNetwork, network.id);
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer may put needs of it into the register; not where it rests or is closed.",
  })
  viewerCanRecordNeed(
    @Root() network: Network,
    @Ctx() { actor }: Context,
  ): boolean {
    return network.isOpen && allows(needPolicy.record, actor, network);
  }
}
