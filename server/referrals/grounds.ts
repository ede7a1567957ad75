// What a referral rests on: whom it is for, the agreement, the data role and the basis.
import type { DisclosureLimit, DueRule } from "../agreements/index.js";
import {
  carryingAgreement,
  disclosureLimit,
  dueRule,
  holdStanding,
  obstacleOf,
  standingOf,
} from "../agreements/index.js";
import { findOwnCase, hasBasis } from "../cases/index.js";
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Service } from "../offer/index.js";
import { reachesLevel } from "../partners/index.js";
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
  /** The version of its terms that is in force. */
  agreementRevision: number | null;
  rule: DueRule;
}

/** What lets nobody get a place there today. No agreement ends between here and the commit. */
async function lookAtStanding(work: Work, service: Service) {
  await holdStanding(work, service.partnerId, "SHARED");
  const standing = await standingOf(work, service.partnerId);
  const day = localDate(work.now);
  const obstacle = obstacleOf(standing, service, day);
  const missing =
    obstacle && denied(new AgreementMissing(work.say(obstacle.words)));
  return { standing, day, missing };
}

/** Who waits is placed under the agreements of the day on which a place is offered, as a new referral would be. */
export async function whatKeepsFromPlacing(
  work: Work,
  service: Service,
): Promise<AgreementMissing | null> {
  const { missing } = await work.inSystemsName(() =>
    lookAtStanding(work, service),
  );
  return missing;
}

/** Agreement, data role and basis: what lets this referral travel at all, and how far. */
export async function groundsOf(
  work: Work,
  service: Service,
  input: SendReferralInput,
): Promise<Grounds | AgreementMissing | BasisMissing> {
  const { standing, day, missing } = await lookAtStanding(work, service);
  if (missing) return missing;
  const agreement = carryingAgreement(standing, service.id, day);
  const tooMuch = await beyond(
    work,
    service,
    input,
    disclosureLimit(standing, agreement, service.id, day),
  );
  return (
    tooMuch ?? {
      agreementId: agreement?.id ?? null,
      agreementRevision: agreement?.revision ?? null,
      rule: dueRule(agreement, input.priority),
    }
  );
}

/** Above a number the agreement and the programme have to let it through, and a basis of the own case has to cover it. */
async function beyond(
  work: Work,
  service: Service,
  { disclosureLevel: level, caseId }: SendReferralInput,
  limit: DisclosureLimit,
): Promise<BasisMissing | null> {
  if (level === "L0_TOKEN") return null;
  const cap = reachesLevel(level, limit.highest)
    ? await programmeCap(work, service, level)
    : limit.words;
  if (cap) return denied(new BasisMissing(work.say(cap)));
  const isCovered =
    caseId != null &&
    (await hasBasis(work, {
      caseId: fromGlobalId("Case", caseId),
      partnerId: service.partnerId,
      serviceId: service.id,
      level,
    }));
  return isCovered
    ? null
    : denied(
        new BasisMissing(
          work.say({
            pl: "Brakuje zgody na ten zakres. Zapisz zgodę albo wyślij tylko numer.",
            en: "There is no basis for so much. Record one, or send only a number.",
          }),
        ),
      );
}
