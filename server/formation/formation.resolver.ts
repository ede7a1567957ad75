// Doors of the graph to the six steps of a network: the path, what is missing, and going on.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Network } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import {
  completeStep,
  CompleteStepInput,
  CompleteStepPayload,
  reopenStep,
  ReopenStepInput,
  ReopenStepPayload,
} from "./complete-step.js";
import { FormationStep, pathOf } from "./formation.js";
import {
  analysisOfNetwork,
  factsOfNetwork,
  stepsTaken,
} from "./formation.reads.js";
import { NetworkAnalysis } from "./network-analysis.js";
import { RuleKept, rulesOf } from "./partnership-rule.js";
import { MeetingRhythm, rhythmOf } from "./rhythm.js";
import { StepTaken } from "./step-taken.js";
import {
  writeAnalysis,
  WriteAnalysisInput,
  WriteAnalysisPayload,
} from "./write-analysis.js";

@Resolver(() => Network)
export class NetworkFormationResolver {
  @Mutation(() => CompleteStepPayload, {
    description:
      "Goes on to the next step; refused while something is missing.",
  })
  completeStep(
    @Arg("input", () => CompleteStepInput) input: CompleteStepInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => completeStep(work, input));
  }

  @Mutation(() => ReopenStepPayload, {
    description: "Goes back to a step that was done, with a reason.",
  })
  reopenStep(
    @Arg("input", () => ReopenStepInput) input: ReopenStepInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reopenStep(work, input));
  }

  @Mutation(() => WriteAnalysisPayload, {
    description: "Writes down what helps and what hinders a network.",
  })
  writeAnalysis(
    @Arg("input", () => WriteAnalysisInput) input: WriteAnalysisInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => writeAnalysis(work, input));
  }

  @FieldResolver(() => [FormationStep], {
    description:
      "The six steps in order; empty where they are not the viewer's.",
  })
  @Cost(20)
  async formation(
    @Root() network: Network,
    @Ctx() context: Context,
  ): Promise<FormationStep[]> {
    const facts = await context.load(factsOfNetwork, network.id);
    const today = localDate(context.now);
    return facts ? pathOf(network, facts, rhythmOf(facts, today, network)) : [];
  }

  @FieldResolver(() => [RuleKept], {
    description:
      "The six rules of partnership, answered by what answers the steps; empty where they are not the viewer's.",
  })
  @Cost(20)
  async rules(
    @Root() network: Network,
    @Ctx() context: Context,
  ): Promise<RuleKept[]> {
    const facts = await context.load(factsOfNetwork, network.id);
    const today = localDate(context.now);
    return facts
      ? rulesOf(network, facts, rhythmOf(facts, today, network), today)
      : [];
  }

  @FieldResolver(() => MeetingRhythm, {
    nullable: true,
    description:
      "How it keeps to the meetings that were agreed; null where that is not the viewer's.",
  })
  @Cost(20)
  async meetingRhythm(
    @Root() network: Network,
    @Ctx() context: Context,
  ): Promise<MeetingRhythm | null> {
    const facts = await context.load(factsOfNetwork, network.id);
    return facts && rhythmOf(facts, localDate(context.now), network);
  }

  @FieldResolver(() => [StepTaken], {
    description: "What happened to its steps, the latest first.",
  })
  @Cost(3)
  stepsTaken(@Root() network: Network, @Ctx() context: Context) {
    return context.load(stepsTaken, network.id);
  }

  @FieldResolver(() => NetworkAnalysis, {
    nullable: true,
    description: "What helps and what hinders it; null: not written yet.",
  })
  analysis(@Root() network: Network, @Ctx() context: Context) {
    return context.load(analysisOfNetwork, network.id);
  }
}
