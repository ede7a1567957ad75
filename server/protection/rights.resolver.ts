// Doors of the graph to residents' requests and breaches, each with its clock.
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
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import {
  answerResidentRequest,
  AnswerResidentRequestInput,
  extendResidentRequest,
  ExtendResidentRequestInput,
  liftRestriction,
  LiftRestrictionInput,
  ResidentRequestPayload,
} from "./rights/answer-request.js";
import { Breach, BreachStep } from "./rights/breach.js";
import { decideBreach, DecideBreachInput } from "./rights/decide-breach.js";
import {
  fileResidentRequest,
  FileResidentRequestInput,
  FileResidentRequestPayload,
} from "./rights/file-request.js";
import {
  BreachPayload,
  noteBreachStep,
  NoteBreachStepInput,
  recordBreach,
  RecordBreachInput,
  RecordBreachPayload,
} from "./rights/handle-breach.js";
import { ResidentRequest } from "./rights/resident-request.js";
import {
  breachesOfCentre,
  requestsOfCentre,
  stepsOfBreach,
} from "./rights/rights.reads.js";
import {
  withdrawConsents,
  WithdrawConsentsInput,
  WithdrawConsentsPayload,
} from "./rights/withdraw-consents.js";

@Resolver(() => Centre)
export class CentreRightsResolver {
  @FieldResolver(() => [ResidentRequest], {
    description:
      "Requests of residents: open ones that are due first, then those answered, the latest first; at most 200.",
  })
  @Cost(20)
  residentRequests(@Root() _centre: Centre, @Ctx() context: Context) {
    return requestsOfCentre(context);
  }

  @FieldResolver(() => [Breach], {
    description:
      "Breaches: undecided ones first, then the latest; at most 200.",
  })
  @Cost(20)
  breaches(@Root() _centre: Centre, @Ctx() context: Context) {
    return breachesOfCentre(context);
  }

  @Mutation(() => FileResidentRequestPayload, {
    description: "Writes a resident's request down; its month runs.",
  })
  fileResidentRequest(
    @Ctx() desk: Context,
    @Arg("input", () => FileResidentRequestInput)
    input: FileResidentRequestInput,
  ) {
    return transact(desk, (work) => fileResidentRequest(work, input));
  }

  @Mutation(() => ResidentRequestPayload, {
    description: "Extends the month by one or two, with a reason.",
  })
  extendResidentRequest(
    @Ctx() desk: Context,
    @Arg("input", () => ExtendResidentRequestInput)
    input: ExtendResidentRequestInput,
  ) {
    return transact(desk, (work) => extendResidentRequest(work, input));
  }

  @Mutation(() => ResidentRequestPayload, {
    description:
      "Answers a request; a restriction holds from here on, an erasure is done.",
  })
  answerResidentRequest(
    @Ctx() desk: Context,
    @Arg("input", () => AnswerResidentRequestInput)
    input: AnswerResidentRequestInput,
  ) {
    return transact(desk, (work) => answerResidentRequest(work, input));
  }

  @Mutation(() => ResidentRequestPayload, {
    description: "Ends a restriction; the resident is told before.",
  })
  liftRestriction(
    @Ctx() desk: Context,
    @Arg("input", () => LiftRestrictionInput) input: LiftRestrictionInput,
  ) {
    return transact(desk, (work) => liftRestriction(work, input));
  }

  @Mutation(() => WithdrawConsentsPayload, {
    description:
      "Takes back all consents of a case whose coordinator has left; its partners see the person no more.",
  })
  withdrawConsents(
    @Ctx() desk: Context,
    @Arg("input", () => WithdrawConsentsInput) input: WithdrawConsentsInput,
  ) {
    return transact(desk, (work) => withdrawConsents(work, input));
  }
}

@Resolver(() => Breach)
export class BreachResolver {
  @FieldResolver(() => [BreachStep], {
    description: "What was done, the first first.",
  })
  @Cost(4)
  steps(@Root() breach: Breach, @Ctx() context: Context) {
    return context.load(stepsOfBreach, breach.number);
  }

  @Mutation(() => RecordBreachPayload, {
    description: "Writes a breach down; its 72 hours run from the finding.",
  })
  recordBreach(
    @Ctx() desk: Context,
    @Arg("input", () => RecordBreachInput) input: RecordBreachInput,
  ) {
    return transact(desk, (work) => recordBreach(work, input));
  }

  @Mutation(() => BreachPayload, {
    description: "Notes what was done about a breach.",
  })
  noteBreachStep(
    @Ctx() desk: Context,
    @Arg("input", () => NoteBreachStepInput) input: NoteBreachStepInput,
  ) {
    return transact(desk, (work) => noteBreachStep(work, input));
  }

  @Mutation(() => BreachPayload, {
    description:
      "Says once whether a breach is reported and told, and why not.",
  })
  decideBreach(
    @Ctx() desk: Context,
    @Arg("input", () => DecideBreachInput) input: DecideBreachInput,
  ) {
    return transact(desk, (work) => decideBreach(work, input));
  }
}
