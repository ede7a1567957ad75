// Doors of the graph to what stands in the way of an organisation.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Partner } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  changeObstacle,
  ChangeObstacleInput,
  ChangeObstaclePayload,
  noteObstacle,
  NoteObstacleInput,
  NoteObstaclePayload,
} from "./note-obstacle.js";
import { ParticipationObstacle } from "./participation-obstacle.js";
import { obstaclePolicy } from "./partnership.policy.js";
import { obstaclesOfPartner } from "./partnership.reads.js";

@Resolver(() => Partner)
export class ObstaclesResolver {
  @Mutation(() => NoteObstaclePayload, {
    description: "Notes what stands in the way of an organisation.",
  })
  noteObstacle(
    @Arg("input", () => NoteObstacleInput) input: NoteObstacleInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => noteObstacle(work, input));
  }

  @Mutation(() => ChangeObstaclePayload, {
    description: "Says anew what an obstacle is, and how it is helped.",
  })
  changeObstacle(
    @Arg("input", () => ChangeObstacleInput) input: ChangeObstacleInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeObstacle(work, input));
  }

  @FieldResolver(() => [ParticipationObstacle], {
    description:
      "What stands in its way, the newest first; for itself and the organiser, empty for others.",
  })
  @Cost(2)
  participationObstacles(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(obstaclesOfPartner, partner.id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may note what stands in its way.",
  })
  viewerCanKeepObstacles(
    @Root() partner: Partner,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      partner.status !== "FORMER" && allows(obstaclePolicy.keep, actor, partner)
    );
  }
}
