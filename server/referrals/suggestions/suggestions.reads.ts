// Reads of suggestions, for who made them and who decides, and of decisions, for who decided.
import { In } from "typeorm";

import { ofEach } from "../../platform/database/of-each.js";
import { grouped, inOrder, loader } from "../../platform/graphql/loader.js";
import { allows, holds } from "../../platform/permission/allows.js";
import {
  type LeftSuggestion,
  leftSuggestion,
} from "./close-left-suggestion.js";
import { MOST_SUGGESTIONS } from "./suggest-service.js";
import { ServiceSuggestion, SuggestionDecision } from "./suggestion.js";
import { suggestionPolicy } from "./suggestions.policy.js";

export const suggestionById = loader<string, ServiceSuggestion | null>(
  async (context, ids) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return ids.map(() => null);
    const found = await context.reads.ask((manager) =>
      manager
        .getRepository(ServiceSuggestion)
        .findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      found.filter((one) => allows(suggestionPolicy.read, actor, one)),
      (one) => one.id,
    );
  },
);

/** The newest first. */
export const suggestionsOfReferral = loader<string, ServiceSuggestion[]>(
  async (context, referralIds) => {
    const { actor } = context;
    const { centreId } = actor;
    if (!centreId) return referralIds.map(() => []);
    const found = await context.reads.ask((manager) =>
      ofEach(manager, ServiceSuggestion, {
        centreId,
        of: "referralId",
        ids: referralIds,
        order: { madeAt: "DESC", id: "ASC" },
        most: MOST_SUGGESTIONS,
      }),
    );
    return grouped(
      referralIds,
      found.filter((one) => allows(suggestionPolicy.read, actor, one)),
      (one) => one.referralId,
    );
  },
);

/** For the organiser: those that wait for a coordinator who has left. */
export const leftSuggestionsOf = loader<string, ServiceSuggestion[]>(
  async (context, referralIds) => {
    const { actor, reads } = context;
    const { centreId } = actor;
    if (
      !centreId ||
      !holds(suggestionPolicy.closeInHerPlace, actor, { centreId })
    )
      return referralIds.map(() => []);
    const rows = await reads.rows<LeftSuggestion>(
      `select id, referral_id, service_id, made_at from suggestions_left_behind($1)`,
      [[...referralIds]],
    );
    return grouped(
      referralIds,
      rows.map((row) => leftSuggestion(centreId, row)),
      (one) => one.referralId,
    );
  },
);

export const decisionOf = loader<string, SuggestionDecision | null>(
  async (context, suggestionIds) => {
    const { centreId } = context.actor;
    if (!centreId) return suggestionIds.map(() => null);
    const found = await context.reads.ask((manager) =>
      manager
        .getRepository(SuggestionDecision)
        .findBy({ centreId, suggestionId: In([...suggestionIds]) }),
    );
    return inOrder(suggestionIds, found, (one) => one.suggestionId);
  },
);
