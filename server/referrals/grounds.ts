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
import type { DisclosureLevel } from "../partners/index.js";
import { reachesLevel } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { denied, unknownNoun } from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import { programmeCap } from "../programmes/index.js";
import { findReferral } from "./move-referral.js";
import type { Referral } from "./referral.js";
import { ReferralSubject } from "./referral.js";
import { AgreementMissing, BasisMissing } from "./referral-problems.js";
import type { SendReferralInput } from "./send-referral-input.js";
import { terminal } from "./transitions.js";

export async function findSubject(
  work: Work,
  input: SendReferralInput,
): Promise<{ caseId: string | null; followsId: string | null } | InvalidInput> {
  const caseId = input.caseId ? fromGlobalId("Case", input.caseId) : null;
  const of = caseId ? await findOwnCase(work, caseId) : null;
  if (caseId && !of)
    return denied(
      unknownNoun(work.say, "caseId", {
        pl: "Nie ma takiej sprawy.",
        en: "There is no such case.",
      }),
    );
  if (of && !of.isOpen)
    return unknownNoun(work.say, "caseId", {
      pl: "Ta sprawa jest zamknięta. Otwórz ją ponownie albo wybierz inną.",
      en: "This case is closed. Open it again, or choose another one.",
    });
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

/** What it stands on, with the version of the terms that is in force; neither where none is needed. */
export type RestsOn = Pick<Referral, "agreementId" | "agreementRevision">;

export interface Grounds extends RestsOn {
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
  const agreement = carryingAgreement(standing, service.id, day);
  return {
    missing,
    agreement,
    limit: disclosureLimit(standing, agreement, service.id, day),
    restsOn: {
      agreementId: agreement?.id ?? null,
      agreementRevision: agreement?.revision ?? null,
    } satisfies RestsOn,
  };
}

/** Who waits is placed as she would be sent on the day on which a place is offered; whoever offers it sees no case. */
export function groundsOfPlacing(
  work: Work,
  service: Service,
  { centreId, id: referralId, disclosureLevel }: Referral,
): Promise<RestsOn | AgreementMissing | BasisMissing> {
  return work.inSystemsName(async () => {
    const { missing, limit, restsOn } = await lookAtStanding(work, service);
    if (missing) return missing;
    const subject = await work.manager
      .getRepository(ReferralSubject)
      .findOneBy({ centreId, referralId });
    const caseId = subject?.caseId ?? null;
    const asked = { service, level: disclosureLevel, caseId };
    return (await beyond(work, asked, limit))
      ? denied(
          new BasisMissing(
            work.say({
              pl: "Umowa, program albo zgoda nie pozwala dziś na tyle danych, ile ma to skierowanie. Poproś osobę, która je wysłała, o odnowienie zgody albo o nowe skierowanie.",
              en: "The agreement, the programme or the basis does not cover today what travels with this referral. Ask who sent it to renew the basis or to send a new one.",
            }),
          ),
        )
      : restsOn;
  });
}

/** Agreement, data role and basis: what lets this referral travel at all, and how far. */
export async function groundsOf(
  work: Work,
  service: Service,
  input: SendReferralInput,
): Promise<Grounds | AgreementMissing | BasisMissing> {
  const { missing, agreement, limit, restsOn } = await lookAtStanding(
    work,
    service,
  );
  if (missing) return missing;
  const { disclosureLevel: level, priority } = input;
  const caseId = input.caseId ? fromGlobalId("Case", input.caseId) : null;
  const tooMuch = await beyond(work, { service, level, caseId }, limit);
  return tooMuch
    ? denied(new BasisMissing(work.say(tooMuch)))
    : { ...restsOn, rule: dueRule(agreement, priority) };
}

interface Asked {
  service: Service;
  level: DisclosureLevel;
  caseId: string | null;
}

/** Above a number the agreement and the programme have to let it through, and a basis of the case has to cover it. */
async function beyond(
  work: Work,
  { service, level, caseId }: Asked,
  limit: DisclosureLimit,
): Promise<Words | null> {
  if (level === "L0_TOKEN") return null;
  const cap = reachesLevel(level, limit.highest)
    ? await programmeCap(work, service, level)
    : limit.words;
  if (cap) return cap;
  const { id: serviceId, partnerId } = service;
  const isCovered =
    caseId !== null &&
    (await hasBasis(work, { caseId, partnerId, serviceId, level }));
  return isCovered
    ? null
    : {
        pl: "Brakuje zgody na ten zakres. Zapisz zgodę albo wyślij tylko numer.",
        en: "There is no basis for so much. Record one, or send only a number.",
      };
}
