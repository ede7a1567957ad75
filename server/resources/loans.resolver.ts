// Doors of the graph to requests to borrow.
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
import { Centre } from "../identity/index.js";
import { Partner, partnerById } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { Cost } from "../platform/graphql/cost.js";
import { allows } from "../platform/permission/allows.js";
import {
  answerLoan,
  AnswerLoanInput,
  AnswerLoanPayload,
  mayTakeBack,
  takeBackLoan,
  TakeBackLoanInput,
  TakeBackLoanPayload,
} from "./answer-loan.js";
import {
  askForLoan,
  AskForLoanInput,
  AskForLoanPayload,
} from "./ask-for-loan.js";
import { LoanRequest } from "./loan-request.js";
import { Resource } from "./resource.js";
import { loanPolicy } from "./resources.policy.js";
import { countLoans, loansVisibleTo, resourceById } from "./resources.reads.js";

@Resolver(() => Centre)
export class CentreLoansResolver {
  @FieldResolver(() => [LoanRequest], {
    description:
      "Requests to borrow that the viewer may see: what waits first, then what is out, at most 100.",
  })
  @Cost(5)
  loanRequests(@Root() _centre: Centre, @Ctx() context: Context) {
    return loansVisibleTo(context);
  }

  @FieldResolver(() => Int, {
    description:
      "How many requests to borrow the viewer may see; of more than 100 those that are over are left out first.",
  })
  loanRequestCount(@Root() _centre: Centre, @Ctx() context: Context) {
    return countLoans(context);
  }
}

@Resolver(() => LoanRequest)
export class LoanRequestResolver {
  @FieldResolver(() => Resource, { description: "What is to be borrowed." })
  resource(@Root() { resourceId }: LoanRequest, @Ctx() context: Context) {
    return context.load(resourceById, resourceId);
  }

  @FieldResolver(() => Partner, { description: "Who asks." })
  askingPartner(
    @Root() { askingPartnerId }: LoanRequest,
    @Ctx() context: Context,
  ) {
    return context.load(partnerById, askingPartnerId);
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may say yes or no to it, or that it is back.",
  })
  viewerCanAnswer(@Root() loan: LoanRequest, @Ctx() { actor }: Context) {
    return (
      (loan.canBecome("AGREED") || loan.canBecome("RETURNED")) &&
      allows(loanPolicy.answer, actor, loan)
    );
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may take it back.",
  })
  viewerCanTakeBack(@Root() loan: LoanRequest, @Ctx() { actor, now }: Context) {
    return mayTakeBack(actor, loan, localDate(now));
  }

  @Mutation(() => AskForLoanPayload, {
    description: "Asks another organisation to borrow a resource of hers.",
  })
  askForLoan(
    @Arg("input", () => AskForLoanInput) input: AskForLoanInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => askForLoan(work, input));
  }

  @Mutation(() => AnswerLoanPayload, {
    description: "Says yes or no to a request, or that the thing is back.",
  })
  answerLoan(
    @Arg("input", () => AnswerLoanInput) input: AnswerLoanInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => answerLoan(work, input));
  }

  @Mutation(() => TakeBackLoanPayload, {
    description:
      "Takes a request back that is not needed any more, or calls off what was promised.",
  })
  takeBackLoan(
    @Arg("input", () => TakeBackLoanInput) input: TakeBackLoanInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => takeBackLoan(work, input));
  }
}
