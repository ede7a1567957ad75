// Doors of the graph to agreements, and to what they mean for a service.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../events/index.js";
import { Role } from "../identity/index.js";
import { Service } from "../offer/index.js";
import { Partner, partnerById, StakeholderType } from "../partners/index.js";
import { stakeholderTypeOfPartner } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Day } from "../platform/graphql/scalars.js";
import { holds } from "../platform/permission/allows.js";
import { role } from "../platform/permission/expression.js";
import { Agreement } from "./agreement.js";
import { AgreementStatus } from "./agreement-kind.js";
import { AgreementLeaving } from "./agreement-leaving.js";
import {
  agreementsOfPartner,
  leavingsOfAgreement,
  partiesOfAgreement,
  standingOfPartner,
} from "./agreements.reads.js";
import { ResponseTime, responseTimes } from "./answer-time.js";
import { carryingAgreement } from "./carrying.js";
import type { Obstacle } from "./obstacle.js";
import { obstacleOf, ReferralObstacle } from "./obstacle.js";
import {
  recordSignedAgreement,
  RecordSignedAgreementInput,
  RecordSignedAgreementPayload,
} from "./record-signed-agreement.js";
import { lastReferableDay } from "./scope.js";

@Resolver(() => Partner)
export class PartnerAgreementsResolver {
  @FieldResolver(() => [Agreement], {
    description:
      "Agreements that it is a party to, the latest first, at most 100; empty where they are not the viewer's.",
  })
  agreements(@Root() partner: Partner, @Ctx() context: Context) {
    return context.load(agreementsOfPartner, partner.id);
  }
}

@Resolver(() => Agreement)
export class AgreementResolver {
  @Mutation(() => RecordSignedAgreementPayload, {
    description:
      "Puts an agreement that was signed on paper on record; it opens the organisation's services to referrals.",
  })
  recordSignedAgreement(
    @Arg("input", () => RecordSignedAgreementInput)
    input: RecordSignedAgreementInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => recordSignedAgreement(work, input));
  }

  @FieldResolver(() => AgreementStatus, { description: "As it holds today." })
  status(@Root() agreement: Agreement, @Ctx() { now }: Context) {
    return agreement.statusOn(localDate(now));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Days to the last day; below 0 it has passed; null: for good.",
  })
  endsInDays(@Root() agreement: Agreement, @Ctx() { now }: Context) {
    return agreement.endsInDays(localDate(now));
  }

  @FieldResolver(() => Boolean, {
    description: "Today somebody can be referred under it.",
  })
  allowsReferrals(@Root() agreement: Agreement, @Ctx() { now }: Context) {
    return (
      agreement.carriesReferrals &&
      agreement.statusOn(localDate(now)) === "ACTIVE"
    );
  }

  @FieldResolver(() => [Partner], { description: "Its parties, by name." })
  parties(@Root() agreement: Agreement, @Ctx() context: Context) {
    return context.load(partiesOfAgreement, agreement.id);
  }

  @FieldResolver(() => [AgreementLeaving], {
    description: "Parties that left it, or will, the earliest first.",
  })
  leavings(@Root() { id }: Agreement, @Ctx() context: Context) {
    return context.load(leavingsOfAgreement, id);
  }

  @FieldResolver(() => [ResponseTime], {
    description: "Promised answer times; where none is, the default.",
  })
  responseTimes(
    @Root() agreement: Agreement,
    @Ctx() { now }: Context,
  ): ResponseTime[] {
    return responseTimes(agreement, now);
  }
}

@Resolver(() => AgreementLeaving)
export class AgreementLeavingResolver {
  @FieldResolver(() => Partner, { nullable: true, description: "Who it is." })
  partner(@Root() { partnerId }: AgreementLeaving, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }
}

const coordinator = role(Role.KIPUS);
const organiser = role(Role.OUS);

@Resolver(() => Service)
export class ServiceScopeResolver {
  @FieldResolver(() => StakeholderType, {
    nullable: true,
    description: "Type of the organisation in the local network.",
  })
  stakeholderType(@Root() service: Service, @Ctx() context: Context) {
    return context.load(stakeholderTypeOfPartner, service.partnerId);
  }

  @FieldResolver(() => [ResponseTime], {
    description: "How long an answer may take, by the agreement in force.",
  })
  async responseTimes(@Root() service: Service, @Ctx() context: Context) {
    const standing = await context.load(standingOfPartner, service.partnerId);
    return responseTimes(
      standing &&
        carryingAgreement(standing, service.id, localDate(context.now)),
      context.now,
    );
  }

  @FieldResolver(() => ReferralObstacle, {
    nullable: true,
    description:
      "Why nobody can be referred here; null: nothing is in the way, or it is not the viewer's to know.",
  })
  async referralObstacle(@Root() service: Service, @Ctx() context: Context) {
    return (await findObstacle(context, service))?.kind ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The same, as people read it, with whom to ask; the organiser reads it without.",
  })
  async referralObstacleText(
    @Root() service: Service,
    @Ctx() context: Context,
  ) {
    const found = await findObstacle(context, service);
    if (!found) return null;
    const isAsked = holds(organiser, context.actor, service);
    return context.say(isAsked ? found.toOrganiser : found.words);
  }

  @FieldResolver(() => Day, {
    nullable: true,
    description:
      "The last day on which somebody can be referred here, as agreements stand today; null: for good, not even now, or not the viewer's to know.",
  })
  async referableTo(@Root() service: Service, @Ctx() context: Context) {
    const standing = await context.load(standingOfPartner, service.partnerId);
    return (
      standing && lastReferableDay(standing, service, localDate(context.now))
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may refer somebody here, or queue her.",
  })
  async viewerCanRefer(@Root() service: Service, @Ctx() context: Context) {
    return (
      holds(coordinator, context.actor, service) &&
      (await findObstacle(context, service)) === null
    );
  }
}

async function findObstacle(
  context: Context,
  service: Service,
): Promise<Obstacle | null> {
  const standing = await context.load(standingOfPartner, service.partnerId);
  return standing && obstacleOf(standing, service, localDate(context.now));
}
