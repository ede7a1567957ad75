// The coordinator decides with the resident: she refers to what was suggested, or declines with a reason that stays hers.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { CaseKey, holdOwnCase, SensitiveWords } from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { RequestKeyReused } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { NoFreePlace } from "../../offer/index.js";
import { fromGlobalId, toGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { allows } from "../../platform/permission/allows.js";
import { changeReferral } from "../change-referral.js";
import { TooManyHeld } from "../open-holds.js";
import { Referral, ReferralSubject } from "../referral.js";
import {
  AgreementMissing,
  BasisMissing,
  ReferralMoved,
} from "../referral-problems.js";
import { sendReferral, SendReferralPayload } from "../send-referral.js";
import { SendReferralInput } from "../send-referral-input.js";
import { SUGGESTION_DECIDED } from "../standing-events.js";
import { closeLeftSuggestion } from "./close-left-suggestion.js";
import { checkReason, RUNNING } from "./suggest-service.js";
import {
  ServiceSuggestion,
  SuggestionDecision,
  type SuggestionOutcome,
} from "./suggestion.js";
import { suggestionPolicy } from "./suggestions.policy.js";

@InputType({ description: "A suggestion that becomes a referral." })
export class TakeOverSuggestionInput {
  @Field(() => ID, { description: "Which suggestion." })
  suggestionId!: string;

  @Field(() => SendReferralInput, {
    description:
      "The referral: to the service that was suggested, and of the same case where that has one.",
  })
  send!: SendReferralInput;
}

export const TakeOverSuggestionPayload = createUnionType({
  name: "TakeOverSuggestionPayload",
  description: "Outcome of taking over a suggestion.",
  types: () =>
    [
      Referral,
      ReferralMoved,
      NoFreePlace,
      BasisMissing,
      AgreementMissing,
      TooManyHeld,
      SensitiveWords,
      RequestKeyReused,
      InvalidInput,
    ] as const,
});

@InputType({ description: "A suggestion that is not taken up." })
export class DeclineSuggestionInput {
  @Field(() => ID, { description: "Which suggestion." })
  suggestionId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Why not: from 3 to 200 characters, nothing of anybody; who suggested it does not see it. None where the person's data are erased.",
  })
  reason?: string | null;
}

export const DeclineSuggestionPayload = createUnionType({
  name: "DeclineSuggestionPayload",
  description: "Outcome of declining a suggestion.",
  types: () => [ServiceSuggestion, ReferralMoved, InvalidInput] as const,
});

/** The sending and the decision are one act: both are done, or neither. */
export async function takeOverSuggestion(
  work: Work,
  { suggestionId, send }: TakeOverSuggestionInput,
): Promise<typeof TakeOverSuggestionPayload> {
  const found = await findOwn(work, suggestionId);
  if (found instanceof InvalidInput) return found;
  // cases are held before referrals
  if (send.caseId) await holdOwnCase(work, fromGlobalId("Case", send.caseId));
  let sent: typeof SendReferralPayload | undefined;
  const outcome = await decided(work, found, async (suggestion, was) => {
    const problem = await strangers(work, suggestion, send);
    if (problem) return problem;
    if (was?.outcome === "DECLINED") return isDecided(work);
    sent = await sendReferral(work, send);
    // a problem is the answer, and takes back all
    if (sent instanceof Problem) return "done";
    if (was) return was.referralId === sent.id ? "done" : isDecided(work);
    return { outcome: "TAKEN_OVER", referralId: sent.id, reason: null };
  });
  return outcome instanceof Problem ? outcome : (sent ?? outcome);
}

export async function declineSuggestion(
  work: Work,
  input: DeclineSuggestionInput,
): Promise<typeof DeclineSuggestionPayload> {
  const closed = await closeLeftSuggestion(work, input);
  if (closed) return closed;
  const found = await findOwn(work, input.suggestionId);
  if (found instanceof InvalidInput) return found;
  const written = input.reason?.trim() ?? "";
  const isErased = await holdsErased(work, found);
  const outcome = await decided(work, found, async (_, was, referral) => {
    if (was) return was.outcome === "DECLINED" ? "done" : isDecided(work);
    const check = new InputCheck(work.say);
    const problem = isErased
      ? check.that(written === "", "reason", nothingMoreIsKept).problem
      : await checkReason(work, referral, check, written);
    if (problem) return problem;
    const reason = isErased ? null : written;
    return { outcome: "DECLINED", referralId: null, reason };
  });
  if (outcome instanceof Problem) return outcome;
  const { centreId, id } = found;
  return work.manager
    .getRepository(ServiceSuggestion)
    .findOneByOrFail({ centreId, id });
}

async function findOwn(
  work: Work,
  globalId: string,
): Promise<ServiceSuggestion | InvalidInput> {
  const { centreId } = work;
  const seen = await work.manager
    .getRepository(ServiceSuggestion)
    .findOneBy({ centreId, id: fromGlobalId("ServiceSuggestion", globalId) });
  if (!seen || !allows(suggestionPolicy.read, work.actor, seen))
    return unknownNoun(work.say, "suggestionId", {
      pl: "Nie ma takiej propozycji.",
      en: "There is no such suggestion.",
    });
  authorize(work, suggestionPolicy.decide, seen);
  return seen;
}

interface Said {
  outcome: SuggestionOutcome;
  referralId: string | null;
  reason: string | null;
}

/** Its referral is locked meanwhile: nobody else decides. Also of one that has ended since. */
function decided(
  work: Work,
  { centreId, id, referralId }: ServiceSuggestion,
  decide: (
    suggestion: ServiceSuggestion,
    was: SuggestionDecision | null,
    referral: Referral,
  ) => Promise<Said | "done" | InvalidInput>,
): Promise<Referral | ReferralMoved | InvalidInput> {
  return changeReferral(
    work,
    toGlobalId("Referral", referralId),
    {
      event: SUGGESTION_DECIDED,
      permission: suggestionPolicy.decide,
      states: [...RUNNING, "COMPLETED", "DISCONTINUED", "WITHDRAWN"],
    },
    async (referral) => {
      const suggestions = work.manager.getRepository(ServiceSuggestion);
      const decisions = work.manager.getRepository(SuggestionDecision);
      const suggestion = await suggestions.findOneByOrFail({ centreId, id });
      const was = await decisions.findOneBy({ centreId, suggestionId: id });
      const said = await decide(suggestion, was, referral);
      if (said === "done" || said instanceof Problem) return said;
      await suggestions.update({ centreId, id }, { decidedAt: work.now });
      const { senderAccountId } = suggestion;
      await decisions.insert({
        ...{ centreId, suggestionId: id, senderAccountId },
        ...said,
      });
      return {};
    },
  );
}

const nothingMoreIsKept = {
  pl: "Dane tej osoby są usunięte na zawsze, więc nic już o niej nie zapisujemy. Zapisz decyzję bez powodu.",
  en: "The person's data are erased for good, so nothing more is written of them. Save the decision without a reason.",
};

/** Nothing that is written now could be compared with a name, or would ever be taken away. Its case is held: nobody erases it meanwhile. */
async function holdsErased(
  work: Work,
  { centreId, referralId }: ServiceSuggestion,
): Promise<boolean> {
  const subject = await work.manager
    .getRepository(ReferralSubject)
    .findOneBy({ centreId, referralId });
  const caseId = subject?.caseId;
  if (!caseId) return false;
  await holdOwnCase(work, caseId);
  const key = await work.manager
    .getRepository(CaseKey)
    .findOneBy({ centreId, caseId });
  return key?.wrappedKey === null;
}

/** It was suggested for one person, and one service. */
async function strangers(
  work: Work,
  { centreId, referralId, serviceId }: ServiceSuggestion,
  send: SendReferralInput,
): Promise<InvalidInput | null> {
  const subject = await work.manager
    .getRepository(ReferralSubject)
    .findOneBy({ centreId, referralId });
  const caseId = send.caseId ? fromGlobalId("Case", send.caseId) : null;
  return new InputCheck(work.say)
    .that(
      fromGlobalId("Service", send.serviceId) === serviceId,
      "send.serviceId",
      {
        pl: "Zaproponowano inną usługę.",
        en: "Another service was suggested.",
      },
    )
    .that(!subject?.caseId || subject.caseId === caseId, "send.caseId", {
      pl: "Propozycja dotyczy osoby z innej sprawy. Wybierz sprawę, z której było skierowanie.",
      en: "It was suggested for the person of another case. Choose the case of the referral.",
    }).problem;
}

function isDecided({ say }: Work): InvalidInput {
  return unknownNoun(say, "suggestionId", {
    pl: "O tej propozycji jest już decyzja.",
    en: "This suggestion is decided already.",
  });
}
