// The sender sees exactly what the partner will see, before anything is sent: for ten minutes, and on record.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { ReferralPriority } from "../../agreements/index.js";
import {
  countLook,
  LOOK_MS,
  recordLook,
  tell,
  ToldPerson,
  TooManyLooks,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { findService } from "../../offer/index.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../../platform/graphql/problem.js";
import { findSubject, groundsOf } from "../grounds.js";
import { AgreementMissing, BasisMissing } from "../referral-problems.js";
import { referralPolicy } from "../referrals.policy.js";
import { TravelInput } from "./travel-input.js";

@InputType({ description: "A referral as it would be sent." })
export class PreviewReferralInput extends TravelInput {
  @Field(() => ID, { description: "Where to." })
  serviceId!: string;

  @Field(() => ID, { description: "One of the own cases." })
  caseId!: string;

  @Field(() => ReferralPriority, {
    defaultValue: "STANDARD",
    description: "How soon an answer is needed.",
  })
  priority!: ReferralPriority;
}

export const PreviewReferralPayload = createUnionType({
  name: "PreviewReferralPayload",
  description: "Outcome of asking what a partner would see.",
  types: () =>
    [
      ToldPerson,
      BasisMissing,
      AgreementMissing,
      TooManyLooks,
      InvalidInput,
    ] as const,
});

export async function previewReferral(
  work: Work,
  input: PreviewReferralInput,
): Promise<typeof PreviewReferralPayload> {
  const caseId = fromGlobalId("Case", input.caseId);
  const means = {
    action: "VIEW",
    noun: "Case",
    subjectId: caseId,
    change: "IdentityPreviewed",
  } as const;
  work.means({ ...means, fields: [] });
  authorize(work, referralPolicy.send, { centreId: work.centreId });
  const service = await findService(
    work,
    fromGlobalId("Service", input.serviceId),
  );
  if (!service)
    return unknownNoun(work.say, "serviceId", {
      pl: "Nie ma takiej usługi.",
      en: "There is no such service.",
    });
  const subject = await findSubject(work, input);
  if (subject instanceof InvalidInput) return subject;
  const grounds = await groundsOf(work, service, input);
  if (!("rule" in grounds)) return grounds;
  const { travel } = grounds;
  if (!travel)
    return unknownNoun(work.say, "disclosureLevel", {
      pl: "Przy tym zakresie usługodawca nie zobaczy danych tej osoby.",
      en: "At this level the provider sees nothing of the person.",
    });
  const { scope, identity, words } = travel;
  const counted = await countLook(work);
  if (counted !== "COUNTED") return counted;
  const look = { purpose: "ARRANGING", note: null, isPreview: true } as const;
  const until = await recordLook(work, caseId, look);
  work.touch({ ...means, fields: scope.fields, purpose: look.purpose });
  return Object.assign(new ToldPerson(), {
    told: tell(scope, identity, words),
    at: new Date(until.getTime() - LOOK_MS),
    until,
  } satisfies ToldPerson);
}
