// Doors of the graph to standards of quality, to what is said of them, and to checks of services.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Service, serviceById } from "../offer/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  approveStandard,
  ApproveStandardInput,
  retireStandard,
  RetireStandardInput,
} from "./approve-standard.js";
import {
  checkService,
  CheckServiceInput,
  CheckServicePayload,
  setServiceStandard,
  SetServiceStandardInput,
  SetServiceStandardPayload,
} from "./check-service.js";
import {
  commentStandard,
  CommentStandardInput,
  CommentStandardPayload,
  consultStandard,
  ConsultStandardInput,
} from "./consult-standard.js";
import {
  answerCorrectiveAction,
  AnswerCorrectiveActionInput,
  finishCorrectiveAction,
  FinishCorrectiveActionInput,
  FinishCorrectiveActionPayload,
  reopenCorrectiveAction,
  ReopenCorrectiveActionInput,
} from "./corrective-action.js";
import { QualityStandard } from "./quality-standard.js";
import { StandardCheck } from "./standard-check.js";
import { StandardComment } from "./standard-comment.js";
import { StandardStatus } from "./standard-kind.js";
import { standardPolicy } from "./standards.policy.js";
import {
  checksOf,
  commentsOf,
  lastCheckOf,
  openActions,
  servicesUnder,
  standardOfService,
  standardsVisibleTo,
} from "./standards.reads.js";
import {
  changeStandard,
  ChangeStandardInput,
  draftStandard,
  DraftStandardInput,
  DraftStandardPayload,
  StandardPayload,
} from "./write-standard.js";

@Resolver(() => Centre)
export class CentreStandardsResolver {
  @FieldResolver(() => [QualityStandard], {
    description:
      "Standards of quality that the viewer may see, by name; those in force are everybody's.",
  })
  @Cost(5)
  standards(@Root() _centre: Centre, @Ctx() context: Context) {
    return standardsVisibleTo(context);
  }

  @FieldResolver(() => [StandardCheck], {
    description:
      "Checks whose corrective action is not done, where they are the viewer's to see: what was answered first, then by their days; at most 200.",
  })
  @Cost(5)
  openActions(@Root() _centre: Centre, @Ctx() context: Context) {
    return openActions(context);
  }
}

@Resolver(() => Service)
export class ServiceStandardResolver {
  @FieldResolver(() => QualityStandard, {
    nullable: true,
    description: "The standard that it holds.",
  })
  standard(@Root() service: Service, @Ctx() context: Context) {
    return context.load(standardOfService, service.id);
  }

  @FieldResolver(() => StandardCheck, {
    nullable: true,
    description: "Its last check, where that is the viewer's to see.",
  })
  lastCheck(@Root() service: Service, @Ctx() context: Context) {
    return context.load(lastCheckOf, service.id);
  }

  @Mutation(() => SetServiceStandardPayload, {
    description: "Says which standard a service holds.",
  })
  setServiceStandard(
    @Arg("input", () => SetServiceStandardInput) input: SetServiceStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => setServiceStandard(work, input));
  }
}

@Resolver(() => StandardComment)
export class StandardCommentResolver {
  @FieldResolver(() => Partner, { description: "Whose remark it is." })
  partner(@Root() { partnerId }: StandardComment, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @Mutation(() => CommentStandardPayload, {
    description: "Says something of a standard while it is consulted.",
  })
  commentStandard(
    @Arg("input", () => CommentStandardInput) input: CommentStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => commentStandard(work, input));
  }
}

@Resolver(() => StandardCheck)
export class StandardCheckResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "The service that was checked.",
  })
  service(@Root() { serviceId }: StandardCheck, @Ctx() context: Context) {
    return context.load(serviceById, serviceId);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say what her organisation did.",
  })
  viewerCanAnswerAction(
    @Root() check: StandardCheck,
    @Ctx() { actor }: Context,
  ) {
    return (
      check.takesAnswer && allows(standardPolicy.answerAction, actor, check)
    );
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer may find its corrective action done, or open it again.",
  })
  viewerCanJudgeAction(
    @Root() { action, centreId }: StandardCheck,
    @Ctx() { actor }: Context,
  ) {
    return action !== null && allows(standardPolicy.write, actor, { centreId });
  }

  @Mutation(() => FinishCorrectiveActionPayload, {
    description: "Says what the organisation did about a corrective action.",
  })
  answerCorrectiveAction(
    @Arg("input", () => AnswerCorrectiveActionInput)
    input: AnswerCorrectiveActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => answerCorrectiveAction(work, input));
  }

  @Mutation(() => FinishCorrectiveActionPayload, {
    description:
      "Opens a corrective action again that was answered or found done: something is still missing. Where its day would come sooner, there are two weeks from today.",
  })
  reopenCorrectiveAction(
    @Arg("input", () => ReopenCorrectiveActionInput)
    input: ReopenCorrectiveActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reopenCorrectiveAction(work, input));
  }

  @Mutation(() => CheckServicePayload, {
    description: "Records a check of a service against its standard.",
  })
  checkService(
    @Arg("input", () => CheckServiceInput) input: CheckServiceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => checkService(work, input));
  }

  @Mutation(() => FinishCorrectiveActionPayload, {
    description: "Records that a corrective action is done.",
  })
  finishCorrectiveAction(
    @Arg("input", () => FinishCorrectiveActionInput)
    input: FinishCorrectiveActionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => finishCorrectiveAction(work, input));
  }
}

@Resolver(() => QualityStandard)
export class QualityStandardResolver {
  @FieldResolver(() => StandardStatus, { description: "As it holds today." })
  status(@Root() standard: QualityStandard, @Ctx() { now }: Context) {
    return standard.statusOn(localDate(now));
  }

  @FieldResolver(() => [StandardComment], {
    description: "What was said of it, the oldest first.",
  })
  comments(@Root() { id }: QualityStandard, @Ctx() context: Context) {
    return context.load(commentsOf, id);
  }

  @FieldResolver(() => [Service], {
    description: "Services that hold it and that the viewer may see, by name.",
  })
  services(@Root() { id }: QualityStandard, @Ctx() context: Context) {
    return context.load(servicesUnder, id);
  }

  @FieldResolver(() => [StandardCheck], {
    description: "Checks that the viewer may see, the latest first.",
  })
  checks(@Root() { id }: QualityStandard, @Ctx() context: Context) {
    return context.load(checksOf, id);
  }

  @FieldResolver(() => Boolean, { description: "The viewer may write it." })
  viewerCanWrite(
    @Root() { centreId }: QualityStandard,
    @Ctx() { actor }: Context,
  ) {
    return allows(standardPolicy.write, actor, { centreId });
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer may approve it, and the last day of its consultation has come.",
  })
  viewerCanApprove(
    @Root() standard: QualityStandard,
    @Ctx() { actor, now }: Context,
  ) {
    return (
      standard.hasBeenConsulted(localDate(now)) &&
      allows(standardPolicy.approve, actor, standard)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "It is consulted, and the viewer may say something of it.",
  })
  viewerCanComment(
    @Root() standard: QualityStandard,
    @Ctx() { actor, now }: Context,
  ) {
    return (
      standard.takesCommentsOn(localDate(now)) &&
      allows(standardPolicy.comment, actor, { centreId: standard.centreId })
    );
  }

  @Mutation(() => DraftStandardPayload, {
    description: "Drafts a standard, or the next edition of one.",
  })
  draftStandard(
    @Arg("input", () => DraftStandardInput) input: DraftStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => draftStandard(work, input));
  }

  @Mutation(() => StandardPayload, {
    description: "Rewrites a standard that is not approved yet.",
  })
  changeStandard(
    @Arg("input", () => ChangeStandardInput) input: ChangeStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => changeStandard(work, input));
  }

  @Mutation(() => StandardPayload, {
    description: "Puts a draft before partners and residents.",
  })
  consultStandard(
    @Arg("input", () => ConsultStandardInput) input: ConsultStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => consultStandard(work, input));
  }

  @Mutation(() => StandardPayload, {
    description: "Approves a standard that was consulted; the director's.",
  })
  approveStandard(
    @Arg("input", () => ApproveStandardInput) input: ApproveStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => approveStandard(work, input));
  }

  @Mutation(() => StandardPayload, {
    description: "Takes a standard out of force.",
  })
  retireStandard(
    @Arg("input", () => RetireStandardInput) input: RetireStandardInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => retireStandard(work, input));
  }
}
