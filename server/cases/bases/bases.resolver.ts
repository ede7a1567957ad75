// Doors of the graph to the bases of the viewer's own cases, and to what may travel on them.
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import { Service, serviceById } from "../../offer/index.js";
import { Partner, partnerById } from "../../partners/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { Cost } from "../../platform/graphql/cost.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { Case } from "../case.js";
import { basesOfCase } from "./bases.reads.js";
import { BasisChoice, textFor, TravelChoice } from "./basis-choice.js";
import { BasisText } from "./basis-text.js";
import { basisChoiceFor, travelChoiceTo } from "./choices.reads.js";
import { DisclosureBasis } from "./disclosure-basis.js";
import { noteBasis, NoteBasisInput, NoteBasisPayload } from "./note-basis.js";
import {
  recordBasis,
  RecordBasisInput,
  RecordBasisPayload,
} from "./record-basis.js";
import { restrictionOf } from "./restriction.js";

@Resolver(() => Case)
export class CaseBasesResolver {
  @FieldResolver(() => [DisclosureBasis], {
    description:
      "On what partners are told more, the latest first, at most 50.",
  })
  @Cost(2)
  bases(@Root() { id }: Case, @Ctx() context: Context) {
    return context.load(basesOfCase, id);
  }

  @FieldResolver(() => BasisChoice, {
    nullable: true,
    description:
      "What a basis for a partner may hold; null where it offers residents nothing.",
  })
  @Cost(5)
  basisChoice(
    @Root() { id }: Case,
    @Ctx() context: Context,
    @Arg("partnerId", () => ID, { description: "Which partner." })
    partnerId: string,
    @Arg("serviceId", () => ID, {
      nullable: true,
      description: "One service of it; left out: each.",
    })
    serviceId: string | null,
  ) {
    return basisChoiceFor(context, id, {
      partnerId: fromGlobalId("Partner", partnerId),
      serviceId: serviceId ? fromGlobalId("Service", serviceId) : null,
    });
  }

  @FieldResolver(() => TravelChoice, {
    nullable: true,
    description: "How much of it may travel to a service now.",
  })
  @Cost(5)
  travelTo(
    @Root() { id }: Case,
    @Ctx() context: Context,
    @Arg("serviceId", () => ID, { description: "Which service." })
    serviceId: string,
  ) {
    return travelChoiceTo(context, id, fromGlobalId("Service", serviceId));
  }

  @FieldResolver(() => Boolean, {
    description:
      "At the person's request nothing but a number is told of her for now.",
  })
  isRestricted(@Root() { id }: Case, @Ctx() context: Context) {
    return context.load(restrictionOf, id);
  }
}

@Resolver(() => DisclosureBasis)
export class DisclosureBasisResolver {
  @FieldResolver(() => Partner, {
    nullable: true,
    description: "Which partner may be told.",
  })
  partner(@Root() { partnerId }: DisclosureBasis, @Ctx() context: Context) {
    return context.load(partnerById, partnerId);
  }

  @FieldResolver(() => Service, {
    nullable: true,
    description: "For this service of it; null: for each.",
  })
  service(@Root() { serviceId }: DisclosureBasis, @Ctx() context: Context) {
    return serviceId ? context.load(serviceById, serviceId) : null;
  }

  @FieldResolver(() => Boolean, {
    description: "It lets something travel now.",
  })
  isWorking(@Root() basis: DisclosureBasis, @Ctx() { now }: Context): boolean {
    return basis.worksAt(now);
  }

  @FieldResolver(() => Boolean, {
    description:
      "The viewer may withdraw it now, also where it has run out or ended with its case.",
  })
  viewerCanWithdraw(@Root() { mayBeWithdrawn }: DisclosureBasis): boolean {
    return mayBeWithdrawn;
  }

  @FieldResolver(() => BasisText, {
    nullable: true,
    description: "The text that was shown, in the viewer's language.",
  })
  text(@Root() basis: DisclosureBasis, @Ctx() { say }: Context) {
    return basis.textVersion
      ? textFor(say, basis.textVersion, basis.basis)
      : null;
  }

  @Mutation(() => RecordBasisPayload, {
    description: "Records on what a partner may be told more of a case.",
  })
  recordBasis(
    @Ctx() desk: Context,
    @Arg("input", () => RecordBasisInput) input: RecordBasisInput,
  ) {
    return transact(desk, (work) => recordBasis(work, input));
  }

  @Mutation(() => NoteBasisPayload, {
    description: "Says what the emergency was that something was sent in.",
  })
  noteBasis(
    @Ctx() desk: Context,
    @Arg("input", () => NoteBasisInput) input: NoteBasisInput,
  ) {
    return transact(desk, (work) => noteBasis(work, input));
  }
}
