// Where the coordinator of a suggestion has left, the organiser of services closes it: who made it learns that it is decided.
import type { Work } from "../../events/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  type InvalidInput,
} from "../../platform/graphql/problem.js";
import { holds } from "../../platform/permission/allows.js";
import { findReferral, standingEvent, touchOf } from "../move-referral.js";
import { SUGGESTION_DECIDED } from "../standing-events.js";
import { ServiceSuggestion } from "./suggestion.js";
import { suggestionPolicy } from "./suggestions.policy.js";

export interface LeftSuggestion {
  id: string;
  referral_id: string;
  service_id: string;
  made_at: Date;
}

/** Which service and when; of the person not a word. */
export function leftSuggestion(
  centreId: string,
  row: LeftSuggestion,
  decidedAt: Date | null = null,
): ServiceSuggestion {
  return Object.assign(new ServiceSuggestion(), {
    ...{ centreId, id: row.id, referralId: row.referral_id },
    ...{ serviceId: row.service_id, madeAt: row.made_at },
    ...{ reason: null, decidedAt },
  });
}

/** @returns null where it is not hers to close: it waits for its coordinator, or is decided */
export async function closeLeftSuggestion(
  work: Work,
  { suggestionId, reason }: { suggestionId: string; reason?: string | null },
): Promise<ServiceSuggestion | InvalidInput | null> {
  const { centreId, now } = work;
  if (!holds(suggestionPolicy.closeInHerPlace, work.actor, { centreId }))
    return null;
  const [closed] = await work.rows<LeftSuggestion>(
    `select id, referral_id, service_id, made_at from close_left_suggestion($1, $2)`,
    [fromGlobalId("ServiceSuggestion", suggestionId), now],
  );
  if (!closed) return null;
  work.means({ ...touchOf(closed.referral_id), change: SUGGESTION_DECIDED });
  const { problem } = new InputCheck(work.say).that(!reason?.trim(), "reason", {
    pl: "Tej osoby nie znasz, więc nic o niej nie zapisujemy. Zamknij propozycję bez powodu.",
    en: "You do not know the person, so nothing is written of her. Close it without a reason.",
  });
  // a problem takes back all
  if (problem) return problem;
  const referral = await findReferral(work, closed.referral_id);
  if (!referral) throw new Error("the organiser sees what was sent");
  // nothing of it moves: who looks at it looks anew
  work.record(standingEvent(referral, SUGGESTION_DECIDED));
  work.touch({ ...touchOf(referral.id), change: SUGGESTION_DECIDED });
  return leftSuggestion(centreId, closed, now);
}
