// Who carries out a referral suggests another service for the same person, with one line of reason and nobody's data.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";
import { IsNull } from "typeorm";

import { doubtWords, MEANT, SensitiveWords } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { RequestKeyReused } from "../../events/index.js";
import { findService } from "../../offer/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../../platform/graphql/problem.js";
import { changeReferral } from "../change-referral.js";
import { onceByKey } from "../once-by-key.js";
import { checkWording } from "../questions/wording.js";
import { Referral } from "../referral.js";
import { ReferralMoved } from "../referral-problems.js";
import type { ReferralStatus } from "../referral-status.js";
import { SERVICE_SUGGESTED } from "../standing-events.js";
import { ServiceSuggestion } from "./suggestion.js";
import { suggestionPolicy } from "./suggestions.policy.js";

/** While the organisation works with the person. */
export const RUNNING: readonly ReferralStatus[] = [
  "ACCEPTED",
  "IN_PROGRESS",
  "SUSPENDED",
];

/** Nobody suggests more of one referral; the database holds the same number. */
export const MOST_SUGGESTIONS = 10;

const SHORTEST_REASON = 3;
export const LONGEST_REASON = 200;

@InputType({ description: "Another service for whom one was referred." })
export class SuggestServiceInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "A running referral to the own service." })
  referralId!: string;

  @Field(() => ID, { description: "Which service is suggested." })
  serviceId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, from 3 to 200 characters; nothing of anybody.",
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: MEANT })
  sensitiveWordsMeant?: boolean | null;
}

export const SuggestServicePayload = createUnionType({
  name: "SuggestServicePayload",
  description: "Outcome of suggesting a service.",
  types: () =>
    [
      Referral,
      ReferralMoved,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

export function suggestService(
  work: Work,
  input: SuggestServiceInput,
): Promise<typeof SuggestServicePayload> {
  return onceByKey(work, "suggestService", input, () =>
    changeReferral<SensitiveWords>(
      work,
      input.referralId,
      {
        event: SERVICE_SUGGESTED,
        permission: suggestionPolicy.make,
        states: RUNNING,
      },
      async (referral) => {
        const {
          centreId,
          id: referralId,
          partnerId,
          senderAccountId,
        } = referral;
        const serviceId = fromGlobalId("Service", input.serviceId);
        const problem =
          (await faults(work, input, referral, serviceId)) ??
          doubtWords(work.say, input.sensitiveWordsMeant, {
            reason: input.reason,
          });
        if (problem) return problem;
        await work.manager.getRepository(ServiceSuggestion).insert({
          ...{ centreId, id: randomUUID() },
          ...{ referralId, partnerId, senderAccountId, serviceId },
          reason: input.reason?.trim() || null,
          madeAt: work.now,
          decidedAt: null,
        });
        return {};
      },
    ),
  );
}

/** The referral is locked: nobody suggests beside. */
async function faults(
  work: Work,
  input: SuggestServiceInput,
  referral: Referral,
  serviceId: string,
): Promise<InvalidInput | null> {
  const { centreId, id: referralId } = referral;
  const service = await findService(work, serviceId);
  const suggestions = work.manager.getRepository(ServiceSuggestion);
  const made = await suggestions.countBy({ centreId, referralId });
  const open = await suggestions.countBy({
    ...{ centreId, referralId, serviceId },
    decidedAt: IsNull(),
  });
  const check = new InputCheck(work.say)
    .key(input.requestKey)
    .that(made < MOST_SUGGESTIONS, "referralId", {
      pl: "Z tego skierowania jest już 10 propozycji.",
      en: "There are 10 suggestions of this referral already.",
    })
    .that(
      service !== null && service.isOffered && service.forResidents,
      "serviceId",
      { pl: "Nie ma takiej usługi.", en: "There is no such service." },
    )
    .that(serviceId !== referral.serviceId, "serviceId", {
      pl: "Z tej usługi ta osoba już korzysta.",
      en: "The person has this service already.",
    })
    .that(open === 0, "serviceId", {
      pl: "Ta usługa jest już zaproponowana i czeka na decyzję.",
      en: "This service is suggested already and awaits a decision.",
    });
  const reason = input.reason?.trim();
  return reason ? checkReason(work, referral, check, reason) : check.problem;
}

/** A line that both sides understand: short, and of nobody. */
export async function checkReason(
  work: Work,
  referral: Referral,
  check: InputCheck,
  reason: string,
): Promise<InvalidInput | null> {
  const text = reason.trim();
  check.that(text.length >= SHORTEST_REASON, "reason", {
    pl: "Napisz dlaczego, w jednym zdaniu.",
    en: "Say why, in a sentence.",
  });
  const most = LONGEST_REASON;
  const checked = await checkWording(work, referral, check, {
    ...{ path: "reason", text, most },
  });
  return checked.problem;
}
