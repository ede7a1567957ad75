// Doors of the graph to reporting a need: what a referral proposes, that it is counted, and the click with its way back.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { serviceById } from "../offer/index.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import { Referral } from "../referrals/index.js";
import { Need } from "./need.js";
import { gapIn, NeedProposal } from "./need-proposal.js";
import { NeedReport } from "./need-report.js";
import { needPolicy } from "./needs.policy.js";
import { needById } from "./needs.reads.js";
import { reportOfReferral } from "./register.reads.js";
import {
  reportNeed,
  ReportNeedInput,
  ReportNeedPayload,
} from "./report-need.js";
import {
  takeBackNeedReport,
  TakeBackNeedReportInput,
  TakeBackNeedReportPayload,
} from "./take-back-need-report.js";

@Resolver(() => Referral)
export class ReferralNeedResolver {
  @FieldResolver(() => NeedProposal, {
    nullable: true,
    description:
      "What it could be counted as in the register of needs; null: nothing was lacking, it is counted already, or it is not the viewer's to report.",
  })
  async needProposal(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<NeedProposal | null> {
    const gap = gapIn(referral, context.now);
    if (!gap || !allows(needPolicy.reportReferral, context.actor, referral))
      return null;
    if (await context.load(reportOfReferral, referral.id)) return null;
    const service = await context.load(serviceById, referral.serviceId);
    return service && { ...gap, area: service.area };
  }

  @FieldResolver(() => NeedReport, {
    nullable: true,
    description: "That it is counted in the register of needs.",
  })
  needReport(@Root() { id }: Referral, @Ctx() context: Context) {
    return context.load(reportOfReferral, id);
  }
}

@Resolver(() => NeedReport)
export class NeedReportResolver {
  @FieldResolver(() => Need, {
    nullable: true,
    description: "What it counts for; null: it was the only report.",
  })
  need(@Root() { needId }: NeedReport, @Ctx() context: Context) {
    return context.load(needById, needId);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer reported it, and may take it back.",
  })
  viewerCanTakeBack(@Root() report: NeedReport, @Ctx() { actor }: Context) {
    return (
      report.takenBackAt === null && allows(needPolicy.takeBack, actor, report)
    );
  }

  @Mutation(() => ReportNeedPayload, {
    description:
      "Counts what a referral or a search did not find: makes a need, or is one more of it.",
  })
  reportNeed(
    @Arg("input", () => ReportNeedInput) input: ReportNeedInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => reportNeed(work, input));
  }

  @Mutation(() => TakeBackNeedReportPayload, {
    description: "Takes back one's own report of a need.",
  })
  takeBackNeedReport(
    @Arg("input", () => TakeBackNeedReportInput) input: TakeBackNeedReportInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => takeBackNeedReport(work, input));
  }
}
