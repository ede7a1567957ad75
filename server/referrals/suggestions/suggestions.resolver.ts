// Doors of the graph to suggestions of services.
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";

import { transact } from "../../events/index.js";
import { Service, serviceById } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { Cost } from "../../platform/graphql/cost.js";
import { allows } from "../../platform/permission/allows.js";
import { Referral } from "../referral.js";
import { referralPolicy } from "../referrals.policy.js";
import { referralById } from "../referrals.reads.js";
import {
  declineSuggestion,
  DeclineSuggestionInput,
  DeclineSuggestionPayload,
  takeOverSuggestion,
  TakeOverSuggestionInput,
  TakeOverSuggestionPayload,
} from "./decide-suggestion.js";
import {
  RUNNING,
  suggestService,
  SuggestServiceInput,
  SuggestServicePayload,
} from "./suggest-service.js";
import { ServiceSuggestion, SuggestionOutcome } from "./suggestion.js";
import { suggestionPolicy } from "./suggestions.policy.js";
import {
  decisionOf,
  leftSuggestionsOf,
  suggestionsOfReferral,
} from "./suggestions.reads.js";

@Resolver(() => Referral)
export class ReferralSuggestionsResolver {
  @FieldResolver(() => [ServiceSuggestion], {
    description:
      "Other services that its partner suggests, the newest first; for that partner until it is withdrawn, and the sender. For the organiser those, without a word, that wait for a sender who has left.",
  })
  @Cost(3)
  suggestions(@Root() referral: Referral, @Ctx() context: Context) {
    return allows(referralPolicy.readMessages, context.actor, referral)
      ? context.load(suggestionsOfReferral, referral.id)
      : context.load(leftSuggestionsOf, referral.id);
  }

  @FieldResolver(() => Int, {
    description: "Suggestions that await the viewer's decision.",
  })
  async openSuggestions(
    @Root() referral: Referral,
    @Ctx() context: Context,
  ): Promise<number> {
    const made = await context.load(suggestionsOfReferral, referral.id);
    const left = await context.load(leftSuggestionsOf, referral.id);
    const own = made.filter(
      (one) =>
        !one.decidedAt && allows(suggestionPolicy.decide, context.actor, one),
    );
    return own.length + left.length;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer may suggest another service now.",
  })
  viewerCanSuggest(@Root() referral: Referral, @Ctx() { actor }: Context) {
    return (
      RUNNING.includes(referral.status) &&
      allows(suggestionPolicy.make, actor, referral)
    );
  }
}

@Resolver(() => ServiceSuggestion)
export class ServiceSuggestionResolver {
  @FieldResolver(() => Service, {
    nullable: true,
    description: "What is suggested; null: it is not the viewer's to see now.",
  })
  service(@Root() { serviceId }: ServiceSuggestion, @Ctx() context: Context) {
    return context.load(serviceById, serviceId);
  }

  @FieldResolver(() => SuggestionOutcome, {
    nullable: true,
    description: "What was decided; who decided sees it alone.",
  })
  async outcome(
    @Root() suggestion: ServiceSuggestion,
    @Ctx() context: Context,
  ): Promise<SuggestionOutcome | null> {
    const decision = await decisionFor(context, suggestion);
    return decision?.outcome ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it was not taken up; who decided sees it alone.",
  })
  async declineReason(
    @Root() suggestion: ServiceSuggestion,
    @Ctx() context: Context,
  ): Promise<string | null> {
    const decision = await decisionFor(context, suggestion);
    return decision?.reason ?? null;
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: "What became of it; who decided sees it alone.",
  })
  async referral(
    @Root() suggestion: ServiceSuggestion,
    @Ctx() context: Context,
  ): Promise<Referral | null> {
    const decision = await decisionFor(context, suggestion);
    return decision?.referralId
      ? context.load(referralById, decision.referralId)
      : null;
  }

  @FieldResolver(() => Boolean, {
    description: "The viewer decides on it, and has not yet.",
  })
  async viewerCanDecide(
    @Root() suggestion: ServiceSuggestion,
    @Ctx() context: Context,
  ): Promise<boolean> {
    const { id, referralId, decidedAt } = suggestion;
    if (decidedAt) return false;
    if (allows(suggestionPolicy.decide, context.actor, suggestion)) return true;
    const left = await context.load(leftSuggestionsOf, referralId);
    return left.some((one) => one.id === id);
  }

  @Mutation(() => SuggestServicePayload, {
    description: "Suggests another service for whom one was referred.",
  })
  suggestService(
    @Arg("input", () => SuggestServiceInput) input: SuggestServiceInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => suggestService(work, input));
  }

  @Mutation(() => TakeOverSuggestionPayload, {
    description: "Refers to the service that was suggested.",
  })
  takeOverSuggestion(
    @Arg("input", () => TakeOverSuggestionInput) input: TakeOverSuggestionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => takeOverSuggestion(work, input));
  }

  @Mutation(() => DeclineSuggestionPayload, {
    description: "Does not take up a suggestion.",
  })
  declineSuggestion(
    @Arg("input", () => DeclineSuggestionInput) input: DeclineSuggestionInput,
    @Ctx() context: Context,
  ) {
    return transact(context, (work) => declineSuggestion(work, input));
  }
}

async function decisionFor(context: Context, suggestion: ServiceSuggestion) {
  return allows(suggestionPolicy.decide, context.actor, suggestion)
    ? context.load(decisionOf, suggestion.id)
    : null;
}
