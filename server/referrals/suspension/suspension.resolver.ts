// Whether a running service may pause or go on now, and the doors to both.
import {
  Arg,
  Ctx,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import {
  resumeReferral,
  ResumeReferralInput,
  ResumeReferralPayload,
} from "./resume-referral.js";
import {
  suspendReferral,
  SuspendReferralInput,
  SuspendReferralPayload,
} from "./suspend-referral.js";

@Resolver(() => Referral)
export class ReferralSuspensionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why it is paused, in a few words; for both sides, null for others.",
  })
  suspendNote(@Root() referral: Referral, @Ctx() { actor }: Context) {
    return allows(referralPolicy.readMessages, actor, referral)
      ? referral.suspendNote
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may pause it now.",
  })
  viewerCanSuspend(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.status === "IN_PROGRESS" &&
      allows(referralPolicy.suspend, actor, referral)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may let it go on now.",
  })
  viewerCanResume(
    @Root() referral: Referral,
    @Ctx() { actor }: Context,
  ): boolean {
    return (
      referral.status === "SUSPENDED" &&
      allows(referralPolicy.suspend, actor, referral)
    );
  }

  @Mutation(() => SuspendReferralPayload, {
    description: "A running service pauses: SUSPENDED; its place stays taken.",
  })
  suspendReferral(
    @Arg("input", () => SuspendReferralInput) input: SuspendReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof SuspendReferralPayload> {
    return transact(context, (work) => suspendReferral(work, input));
  }

  @Mutation(() => ResumeReferralPayload, {
    description: "A paused service goes on: IN_PROGRESS.",
  })
  resumeReferral(
    @Arg("input", () => ResumeReferralInput) input: ResumeReferralInput,
    @Ctx() context: Context,
  ): Promise<typeof ResumeReferralPayload> {
    return transact(context, (work) => resumeReferral(work, input));
  }
}
