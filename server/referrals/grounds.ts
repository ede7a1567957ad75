// What a referral rests on: whom it is for, the agreement, the data role and the basis.
import type { DueRule } from "../agreements/index.js";
import {
  carryingAgreement,
  dueRule,
  obstacleOf,
  standingOf,
} from "../agreements/index.js";
import { findOwnCase, hasBasis, mayTravel } from "../cases/index.js";
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Service } from "../offer/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { denied, unknownNoun } from "../platform/graphql/problem.js";
import { programmeCap } from "../programmes/index.js";
import { findReferral } from "./move-referral.js";
import { AgreementMissing, BasisMissing } from "./referral-problems.js";
import type { SendReferralInput } from "./send-referral-input.js";
import { terminal } from "./transitions.js";

export async function findSubject(
  work: Work,
  input: SendReferralInput,
): Promise<{ caseId: string | null; followsId: string | null } | InvalidInput> {
  const caseId = input.caseId ? fromGlobalId("Case", input.caseId) : null;
  if (caseId && !(await findOwnCase(work, caseId)))
    return denied(
      unknownNoun(work.say, "caseId", {
        pl: "Nie ma takiej sprawy.",
        en: "There is no such case.",
      }),
    );
  const followsId = input.followsId
    ? fromGlobalId("Referral", input.followsId)
    : null;
  const followed = followsId ? await findReferral(work, followsId) : null;
  const isOwnEnd =
    followed?.senderAccountId === signedIn(work).accountId &&
    terminal.includes(followed.status);
  if (followsId && !isOwnEnd)
    return denied(
      unknownNoun(work.say, "followsId", {
        pl: "Nie ma takiego zakończonego skierowania.",
        en: "There is no such ended referral.",
      }),
    );
  return { caseId, followsId };
}

export interface Grounds {
  agreementId: string | null;
  rule: DueRule;
}

/** Agreement, data role and basis: what lets this referral travel at all, and how far. */
export async function groundsOf(
  work: Work,
  service: Service,
  input: SendReferralInput,
): Promise<Grounds | AgreementMissing | BasisMissing> {
  const standing = await standingOf(work, service.partnerId);
  const day = localDate(work.now);
  const obstacle = obstacleOf(standing, service, day);
  if (obstacle) return denied(new AgreementMissing(work.say(obstacle.words)));
  const agreement = carryingAgreement(standing, day);
  const level = input.disclosureLevel;
  const cap = await programmeCap(work, service, level);
  if (cap) return denied(new BasisMissing(work.say(cap)));
  const travels =
    level === "L0_TOKEN" ||
    (mayTravel(level, agreement?.dataRole ?? standing.partner.dataRole) &&
      input.caseId != null &&
      (await hasBasis(work, {
        caseId: fromGlobalId("Case", input.caseId),
        partnerId: service.partnerId,
        serviceId: service.id,
        level,
      })));
  if (!travels)
    return denied(
      new BasisMissing(
        work.say({
          pl: "Brakuje zgody na ten zakres. Zapisz zgodę albo wyślij tylko numer.",
          en: "There is no basis for so much. Record one, or send only a number.",
        }),
      ),
    );
  return {
    agreementId: agreement?.id ?? null,
    rule: dueRule(agreement, input.priority),
  };
}
