// Doors of the graph to the register of unmet needs: its list, its places, its counts, and following it.
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";

import { CaughtUp, tellOnlyReadable, transact } from "../events/index.js";
import { Centre } from "../identity/index.js";
import { Service, serviceById } from "../offer/index.js";
import {
  countedConnectionOf,
  DEFAULT_PAGE,
  page,
} from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  answerNeed,
  AnswerNeedInput,
  AnswerNeedPayload,
} from "./answer-need.js";
import { CentrePlace } from "./centre-place.js";
import { namePlace, NamePlaceInput, NamePlacePayload } from "./name-place.js";
import { Need } from "./need.js";
import { NeedFilter } from "./need-filter.js";
import { NeedEvidence } from "./need-kind.js";
import { followNeeds, NeedDelivery, NeedReported } from "./need-reported.js";
import { titleOf } from "./need-title.js";
import { needPolicy } from "./needs.policy.js";
import { needById } from "./needs.reads.js";
import {
  countsOfNeed,
  needsVisibleTo,
  ownReportsOfNeed,
  placesVisibleTo,
  placeToldOf,
  reportedAtToldOf,
  servicesOfNeed,
} from "./register.reads.js";

const NeedConnection = countedConnectionOf("Need", () => Need);

@ObjectType({ description: "How often a need was reported in one way." })
class EvidenceCount {
  @Field(() => NeedEvidence, { description: "In which way." })
  evidence!: NeedEvidence;

  @Field(() => Int, {
    nullable: true,
    description: "How often; null where any part is from one to four.",
  })
  count!: number | null;
}

@Resolver(() => Centre)
export class CentreNeedsResolver {
  @FieldResolver(() => NeedConnection, {
    description: "The register of unmet needs, the last reported first.",
  })
  @Cost(2)
  needs(
    @Root() _centre: Centre,
    @Ctx() context: Context,
    @Arg("filter", () => NeedFilter, { nullable: true })
    filter: NeedFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: DEFAULT_PAGE })
    first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return needsVisibleTo(
      context,
      filter,
      page(first, after, ["instant", "uuid"]),
    );
  }

  @FieldResolver(() => [CentrePlace], {
    description: "Towns and villages of the centre, by name, at most 200.",
  })
  @Cost(2)
  places(@Root() _centre: Centre, @Ctx() context: Context) {
    return placesVisibleTo(context);
  }

  @Mutation(() => NamePlacePayload, {
    description: "Names a town or village of the centre.",
  })
  namePlace(
    @Arg("input", () => NamePlaceInput) input: NamePlaceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => namePlace(work, input));
  }
}

const FEWEST_TOLD = 5;

@Resolver(() => Need)
export class NeedRegisterResolver {
  @FieldResolver(() => String, {
    description:
      "What is lacking, in a sentence; made of area, group and gap where nobody gave it words.",
  })
  title(@Root() need: Need, @Ctx() context: Context): string {
    return need.title ?? context.say(titleOf(need));
  }

  @FieldResolver(() => CentrePlace, {
    nullable: true,
    description:
      "Where; null: the whole area of the centre, or too few reports to say so to the viewer.",
  })
  place(@Root() need: Need, @Ctx() context: Context) {
    return placeToldOf(context, need);
  }

  @FieldResolver(() => Date, {
    description:
      "When it was last reported; only its day where the reports are too few to say more to the viewer.",
  })
  reportedAt(@Root() need: Need, @Ctx() context: Context) {
    return reportedAtToldOf(context, need);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many people it concerns, by estimate; null: not known, or fewer than five for whoever does not keep the register.",
  })
  personsEstimated(@Root() need: Need, @Ctx() { actor }: Context) {
    const { personsEstimated: persons } = need;
    const isTold = persons === null || persons >= FEWEST_TOLD;
    return isTold || allows(needPolicy.answer, actor, need) ? persons : null;
  }

  @FieldResolver(() => [Service], {
    description:
      "Services that were short, as referrals showed; those alone that were reported five times, for who neither keeps the register nor reported it.",
  })
  @Cost(2)
  async shortServices(@Root() { id }: Need, @Ctx() context: Context) {
    const ids = await context.load(servicesOfNeed, id);
    const found = await Promise.all(
      ids.map((serviceId) => context.load(serviceById, serviceId)),
    );
    return found.filter((service) => service !== null);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "How often it was reported; null: from one to four times.",
  })
  async reports(@Root() { id }: Need, @Ctx() context: Context) {
    const [row] = await context.load(countsOfNeed, id);
    return row ? row.of_all : 0;
  }

  @FieldResolver(() => [EvidenceCount], {
    description: "In which ways it was reported.",
  })
  async evidenceCounts(
    @Root() { id }: Need,
    @Ctx() context: Context,
  ): Promise<EvidenceCount[]> {
    const rows = await context.load(countsOfNeed, id);
    return rows.map(({ evidence, reports }) => ({ evidence, count: reports }));
  }

  @FieldResolver(() => Int, {
    description: "How often the viewer herself reported it.",
  })
  viewerReports(@Root() { id }: Need, @Ctx() context: Context) {
    return context.load(ownReportsOfNeed, id);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may note how far it has come.",
  })
  viewerCanAnswer(@Root() need: Need, @Ctx() { actor }: Context) {
    return allows(needPolicy.answer, actor, need);
  }

  @Mutation(() => AnswerNeedPayload, {
    description: "Notes how far a need has come and what answers it.",
  })
  answerNeed(
    @Arg("input", () => AnswerNeedInput) input: AnswerNeedInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => answerNeed(work, input));
  }
}

interface FollowArguments {
  centreId: string;
  after?: string | null;
}

@Resolver(() => NeedReported)
export class NeedReportedResolver {
  @Subscription(() => NeedDelivery, {
    description:
      "Every report of a need, new or repeated, in order, for whoever keeps the register; resumes after a cursor.",
    subscribe: ({
      args,
      context,
    }: {
      args: FollowArguments;
      context: Context;
    }) =>
      followNeeds(context, {
        centreId: args.centreId,
        after: args.after ?? null,
      }),
  })
  async needReported(
    @Root() delivery: NeedReported | CaughtUp,
    @Ctx() context: Context,
    @Arg("centreId", () => ID) _centreId: string,
    @Arg("after", () => String, { nullable: true }) _after: string | null,
  ): Promise<NeedReported | CaughtUp> {
    if (delivery instanceof NeedReported)
      await tellOnlyReadable(context, delivery.position);
    return delivery;
  }

  @FieldResolver(() => Need, {
    nullable: true,
    description: "As it is now; null: the report was taken back.",
  })
  need(@Root() { needId }: NeedReported, @Ctx() context: Context) {
    return context.load(needById, needId);
  }
}
