// What a referral shows, and what the viewer may do with it.
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { Agreement, agreementById, wordsOfRule } from "../agreements/index.js";
import { Case } from "../cases/index.js";
import { Service, serviceById } from "../offer/index.js";
import { Partner, partnerById } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { allows } from "../platform/permission/allows.js";
import { Referral } from "./referral.js";
import type { ReferralStatus } from "./referral-status.js";
import { ReferralStep } from "./referral-step.js";
import { referralPolicy } from "./referrals.policy.js";
import {
  caseOf,
  findSubject,
  firstWaitingOf,
  followerOf,
  queuePositionOf,
  referralById,
  stepsOfReferral,
} from "./referrals.reads.js";
import { needsPaper } from "./start-referral.js";
import type { Side } from "./transitions.js";

@Resolver(() => Service)
export class ServiceQueueResolver {
  @FieldResolver(() => Referral, {
    nullable: true,
    description:
      "The first in the queue; for who may offer her a place, null for others.",
  })
  firstWaitingReferral(@Root() service: Service, @Ctx() context: Context) {
    return context.load(firstWaitingOf, service.id);
  }
}

function can(
  context: Context,
  referral: Referral,
  verb: keyof typeof referralPolicy,
  to: ReferralStatus,
  side: Side,
): boolean {
  return (
    referral.canMove(to, side) &&
    allows(referralPolicy[verb], context.actor, referral)
  );
}

@Resolver(() => Referral)
export class ReferralResolver {
  @FieldResolver(() => Service, { description: "Where to." })
  service(@Root() referral: Referral, @Ctx() context: Context) {
    return context.load(serviceById, referral.serviceId);
  }

  @FieldResolver(() => Partner, { description: "Whose service it is." })
  partner(@Root() referral: Referral, @Ctx() context: Context) {
    return context.load(partnerById, referral.partnerId);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description:
      "The agreement that it was sent under, or that of the day on which a place was offered; null: without one, or not the viewer's.",
  })
  agreement(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.agreementId
      ? context.load(agreementById, referral.agreementId)
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The code on the slip, which tells nothing about anybody; for its sender and who answers, null for others.",
  })
  tokenCode(@Root() referral: Referral, @Ctx() { actor }: Context) {
    return allows(referralPolicy.readCode, actor, referral)
      ? referral.tokenCode
      : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The rule behind dueAt, e.g. 'umowa A15, nagłe: 4 h'.",
  })
  dueReason(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.dueRule && context.say(wordsOfRule(referral.dueRule));
  }

  @FieldResolver(() => Case, {
    nullable: true,
    description: "Whom it is for; the sender's alone.",
  })
  case(@Root() referral: Referral, @Ctx() context: Context) {
    return caseOf(context, referral);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "File number or initials; the sender's alone.",
  })
  async ownReference(@Root() referral: Referral, @Ctx() context: Context) {
    return (await findSubject(context, referral))?.ownReference ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why it was withdrawn; for both sides, once masked or its basis was taken back the sender's alone.",
  })
  async withdrawReason(@Root() referral: Referral, @Ctx() context: Context) {
    if (!allows(referralPolicy.readWithdrawReason, context.actor, referral))
      return null;
    return referral.maskedAt
      ? ((await findSubject(context, referral))?.withdrawReason ?? null)
      : referral.withdrawReason;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Number of the paper that the entry mode asks for; for both sides, once withdrawn, masked or its basis was taken back the sender's alone.",
  })
  async statutoryDocumentRef(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ) {
    if (!allows(referralPolicy.readMessages, context.actor, referral))
      return null;
    return referral.maskedAt
      ? ((await findSubject(context, referral))?.statutoryDocumentRef ?? null)
      : referral.statutoryDocumentRef;
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: "The ended referral that this one follows.",
  })
  follows(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.followsId
      ? context.load(referralById, referral.followsId)
      : null;
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description:
      "The newest that follows this one; null: none, or not the viewer's.",
  })
  followedBy(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.isOpen ? null : context.load(followerOf, referral.id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Place in the queue, 1 is first; null where it does not wait.",
  })
  queuePosition(@Root() referral: Referral, @Ctx() context: Context) {
    return referral.status === "WAITLISTED"
      ? context.load(queuePositionOf, referral)
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The start needs the number of a paper.",
  })
  async statutoryDocumentRequired(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ) {
    const service = await context.load(serviceById, referral.serviceId);
    return service !== null && needsPaper(service.entryMode);
  }

  @FieldResolver(() => [ReferralStep], {
    description:
      "Its way so far, oldest first; what happened to its appointment for both sides alone.",
  })
  async timeline(@Root() referral: Referral, @Ctx() context: Context) {
    const steps = await context.load(stepsOfReferral, referral.id);
    const isToldOfDates = allows(
      referralPolicy.readAppointment,
      context.actor,
      referral,
    );
    const told = steps.filter(
      ({ appointment }) => isToldOfDates || !appointment,
    );
    return Promise.all(
      told.map(async ({ actor_partner_id: actor, ...step }) => ({
        ...step,
        by: actor
          ? ((await context.load(partnerById, actor))?.shortName ?? "")
          : "Splot",
      })),
    );
  }

  @FieldResolver(() => Boolean, { description: "The viewer sent it." })
  viewerIsSender(@Root() referral: Referral, @Ctx() { actor }: Context) {
    return (
      actor.kind === "member" && actor.accountId === referral.senderAccountId
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may mark it as looked at now.",
  })
  viewerCanOpen(@Root() referral: Referral, @Ctx() context: Context): boolean {
    return can(context, referral, "open", "RECEIVED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may accept it now.",
  })
  viewerCanAccept(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "accept", "ACCEPTED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say that there is no possibility now.",
  })
  viewerCanDecline(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "decline", "DECLINED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may queue it now.",
  })
  viewerCanWaitlist(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "waitlist", "WAITLISTED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may offer it a freed place now.",
  })
  viewerCanOfferPlace(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "offerPlace", "OFFERED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may confirm the offered place now.",
  })
  viewerCanConfirmPlace(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "confirmPlace", "ACCEPTED", "COORDINATOR");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may begin now.",
  })
  viewerCanStart(@Root() referral: Referral, @Ctx() context: Context): boolean {
    return (
      referral.status === "ACCEPTED" &&
      can(context, referral, "start", "IN_PROGRESS", "PARTNER")
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may complete it now.",
  })
  viewerCanComplete(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "complete", "COMPLETED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may break it off now.",
  })
  viewerCanDiscontinue(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "discontinue", "DISCONTINUED", "PARTNER");
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may withdraw it now.",
  })
  viewerCanWithdraw(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): boolean {
    return can(context, referral, "withdraw", "WITHDRAWN", "COORDINATOR");
  }
}
