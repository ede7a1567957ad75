// What a referral rests on: whom it is for, the agreement, the data role and the basis.
import type { DueRule } from "../agreements/index.js";
import {
  carryingAgreement,
  dueRule,
  holdStanding,
  obstacleOf,
  standingOf,
} from "../agreements/index.js";
import {
  basesCovering,
  holdOwnCase,
  limitOf,
  ReferralScope,
} from "../cases/index.js";
import type { Work } from "../events/index.js";
import { signedIn } from "../identity/index.js";
import type { Service } from "../offer/index.js";
import { reachesLevel } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { denied, unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "../programmes/index.js";
import { findReferral } from "./move-referral.js";
import type { Referral } from "./referral.js";
import { AgreementMissing, BasisMissing } from "./referral-problems.js";
import type { SendReferralInput } from "./send-referral-input.js";
import { terminal } from "./transitions.js";
import { type Travel, whatTravels } from "./travel/what-travels.js";

export async function findSubject(
  work: Work,
  input: Pick<SendReferralInput, "caseId" | "followsId">,
): Promise<{ caseId: string | null; followsId: string | null } | InvalidInput> {
  const caseId = input.caseId ? fromGlobalId("Case", input.caseId) : null;
  const of = caseId ? await holdOwnCase(work, caseId) : null;
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
  /** Null: only a number. */
  travel: Travel | null;
}

/** What lets nobody get a place there today. No agreement ends between here and the commit. */
async function lookAtStanding(work: Work, service: Service) {
  await holdStanding(work, service.partnerId, "SHARED");
  const standing = await standingOf(work, service.partnerId);
  const day = localDate(work.now);
  // a service that rests is short of places, not of an agreement
  const status = service.status === "PAUSED" ? "ACTIVE" : service.status;
  const { id, forResidents, suspendedUntil } = service;
  const asked = { id, forResidents, suspendedUntil, status };
  const obstacle = obstacleOf(standing, asked, day);
  const missing =
    obstacle && denied(new AgreementMissing(work.say(obstacle.words)));
  const agreement = carryingAgreement(standing, service.id, day);
  const { centreId, programmeId } = service;
  const programme = programmeId
    ? await work.manager
        .getRepository(Programme)
        .findOneByOrFail({ centreId, id: programmeId })
    : null;
  return {
    missing,
    agreement,
    limit: limitOf(standing, service, programme, day),
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
  referral: Referral,
): Promise<RestsOn | AgreementMissing | BasisMissing> {
  return work.inSystemsName(async () => {
    const { missing, limit, restsOn } = await lookAtStanding(work, service);
    if (missing) return missing;
    const { disclosureLevel: level } = referral;
    const mayTravel =
      level === "L0_TOKEN" ||
      (reachesLevel(level, limit.highest) && (await isCovered(work, referral)));
    return mayTravel
      ? restsOn
      : denied(
          new BasisMissing(
            work.say({
              pl: "Umowa, program albo zgoda nie pozwala dziś na tyle danych, ile ma to skierowanie. Poproś osobę, która je wysłała, o odnowienie zgody albo o nowe skierowanie.",
              en: "The agreement, the programme or the basis does not cover today what travels with this referral. Ask who sent it to renew the basis or to send a new one.",
            }),
          ),
        );
  });
}

/** By a basis of today, whichever it was sent on. */
async function isCovered(
  work: Work,
  { centreId, id: referralId, disclosureLevel, ...of }: Referral,
): Promise<boolean> {
  const scope = await work.manager
    .getRepository(ReferralScope)
    .findOneBy({ centreId, referralId });
  if (!scope) return false;
  const bases = await basesCovering(work, scope.caseId, {
    ...of,
    level: disclosureLevel,
  });
  return bases.some((basis) => basis.allows(scope.fields));
}

/** Agreement, data role and basis: what lets this referral travel at all, and how far. */
export async function groundsOf(
  work: Work,
  service: Service,
  input: Parameters<typeof whatTravels>[2] & Pick<SendReferralInput, "caseId">,
): Promise<Grounds | AgreementMissing | BasisMissing | InvalidInput> {
  const { missing, agreement, limit, restsOn } = await lookAtStanding(
    work,
    service,
  );
  if (missing) return missing;
  const caseId = input.caseId ? fromGlobalId("Case", input.caseId) : null;
  const travel = await whatTravels(work, service, input, caseId, limit);
  return travel === null || "scope" in travel
    ? { ...restsOn, rule: dueRule(agreement, input.priority), travel }
    : travel;
}

/** Whoever moves along the list of a coordinator: as she would send a number herself at this moment. */
export function groundsOfNext(
  work: Work,
  service: Service,
  { priority }: Pick<Referral, "priority">,
): Promise<Grounds | AgreementMissing> {
  return work.inSystemsName(async () => {
    const { missing, agreement, restsOn } = await lookAtStanding(work, service);
    return (
      missing ?? {
        ...restsOn,
        rule: dueRule(agreement, priority),
        travel: null,
      }
    );
  });
}
