// Why nobody can be referred to a service today: said with the agreement that it is about, and whom to ask (domain 1.10).
import { registerEnumType } from "type-graphql";

import type { Service } from "../offer/index.js";
import { wordsOfDay } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import type { Agreement } from "./agreement.js";
import type { AgreementStatus } from "./agreement-kind.js";
import { lastDayBefore } from "./agreement-party.js";
import { agreementsInForce, carryingAgreement } from "./carrying.js";
import type { Standing } from "./standing.js";
import { needsNoAgreement, statusFor } from "./standing.js";

export const ReferralObstacle = {
  AGREEMENT_MISSING: "AGREEMENT_MISSING",
  AGREEMENT_ENDED: "AGREEMENT_ENDED",
  AGREEMENT_SUSPENDED: "AGREEMENT_SUSPENDED",
  AGREEMENT_UNSIGNED: "AGREEMENT_UNSIGNED",
  SERVICE_NOT_COVERED: "SERVICE_NOT_COVERED",
  MEMBERSHIP_MISSING: "MEMBERSHIP_MISSING",
  SERVICE_NOT_ACTIVE: "SERVICE_NOT_ACTIVE",
  NOT_FOR_RESIDENTS: "NOT_FOR_RESIDENTS",
} as const;
export type ReferralObstacle = keyof typeof ReferralObstacle;

registerEnumType(ReferralObstacle, {
  name: "ReferralObstacle",
  description: "Why nobody can be referred to a service.",
  valuesConfig: {
    AGREEMENT_MISSING: { description: "There is no agreement." },
    AGREEMENT_ENDED: { description: "The agreement has ended." },
    AGREEMENT_SUSPENDED: { description: "The agreement is suspended." },
    AGREEMENT_UNSIGNED: { description: "The agreement is not in force yet." },
    SERVICE_NOT_COVERED: {
      description: "The agreement in force names other services.",
    },
    MEMBERSHIP_MISSING: { description: "The partner is no active member." },
    SERVICE_NOT_ACTIVE: { description: "The service is not on offer." },
    NOT_FOR_RESIDENTS: { description: "The service is for staff." },
  },
});

export interface Obstacle {
  kind: ReferralObstacle;
  words: Words;
  /** The same for whom others are told to ask. */
  toOrganiser: Words;
}

export function obstacleOf(
  standing: Standing,
  service: Pick<Service, "id" | "status" | "forResidents" | "suspendedUntil">,
  day: string,
): Obstacle | null {
  if (service.status !== "ACTIVE")
    return obstacle("SERVICE_NOT_ACTIVE", notOffered(service));
  if (!service.forResidents)
    return obstacle("NOT_FOR_RESIDENTS", {
      pl: "Ta usługa jest dla pracowników, nie dla mieszkańców.",
      en: "This service is for staff, not for residents.",
    });
  if (!isAmongUs(standing))
    return toAsk(
      "MEMBERSHIP_MISSING",
      standing.partner.status === "INVITED"
        ? {
            pl: "Ta organizacja ma zaproszenie do sieci i jeszcze go nie przyjęła.",
            en: "This organisation is invited into the network and has not accepted yet.",
          }
        : {
            pl: "Ta organizacja nie jest teraz w sieci.",
            en: "This organisation is not in the network now.",
          },
    );
  if (hasGone(standing, day)) return goneSince(standing.leavesOn);
  if (
    needsNoAgreement(standing) ||
    carryingAgreement(standing, service.id, day)
  )
    return null;
  return agreementObstacle(standing, service.id, day);
}

function notOffered({
  status,
  suspendedUntil,
}: Pick<Service, "status" | "suspendedUntil">): Words {
  if (status === "WITHDRAWN")
    return {
      pl: "Organizacja wycofała tę usługę.",
      en: "The organisation has withdrawn this service.",
    };
  if (status !== "PAUSED")
    return {
      pl: "Ta usługa nie jest teraz prowadzona.",
      en: "This service is not on offer now.",
    };
  if (!suspendedUntil)
    return {
      pl: "Ta usługa jest wstrzymana.",
      en: "This service is paused.",
    };
  const until = wordsOfDay(suspendedUntil);
  return {
    pl: `Ta usługa jest wstrzymana do ${until.pl}.`,
    en: `This service is paused until ${until.en}.`,
  };
}

/** The hub, or an active member that is neither suspended nor gone. */
export function isAmongUs({ isHub, isMember, partner }: Standing): boolean {
  return (
    isHub ||
    (isMember && partner.status !== "SUSPENDED" && partner.status !== "FORMER")
  );
}

/** The day that it said has come, whether or not its leaving is completed. */
function hasGone(
  standing: Standing,
  day: string,
): standing is Standing & { leavesOn: string } {
  return standing.leavesOn !== null && standing.leavesOn <= day;
}

function goneSince(leavesOn: string): Obstacle {
  const on = wordsOfDay(leavesOn);
  return toAsk("MEMBERSHIP_MISSING", {
    pl: `Ta organizacja odchodzi z sieci. Od dnia odejścia (${on.pl}) nie można do niej kierować.`,
    en: `This organisation leaves the network. From the day of leaving (${on.en}) nobody can be referred to it.`,
  });
}

const ENDED: readonly AgreementStatus[] = [
  "EXPIRED",
  "TERMINATED",
  "WITHDRAWN",
];
const TO_COME: readonly AgreementStatus[] = [
  "DRAFT",
  "IN_NEGOTIATION",
  "AGREED",
  "SIGNED",
];

/** The nearest to being in force comes first. */
function agreementObstacle(
  standing: Standing,
  serviceId: string,
  day: string,
): Obstacle {
  const [other] = agreementsInForce(standing, day);
  const about = standing.agreements.filter(
    (one) =>
      one.carriesReferrals &&
      (standing.named.get(one.id)?.has(serviceId) ?? true),
  );
  const findIn = (states: readonly AgreementStatus[]) =>
    about
      .filter((one) => states.includes(statusFor(standing, one, day)))
      .sort((a, b) =>
        (lastDay(standing, b) ?? "").localeCompare(lastDay(standing, a) ?? ""),
      )[0];
  const suspended = findIn(["SUSPENDED"]);
  if (suspended)
    return toAsk("AGREEMENT_SUSPENDED", {
      pl: `Umowa ${suspended.number} z tym partnerem jest zawieszona.`,
      en: `Agreement ${suspended.number} with this partner is suspended.`,
    });
  if (other)
    return toAsk("SERVICE_NOT_COVERED", {
      pl: `Umowa ${other.number} z tym partnerem nie obejmuje tej usługi.`,
      en: `Agreement ${other.number} with this partner does not cover this service.`,
    });
  const ended = findIn(ENDED);
  if (ended) {
    const left = standing.leftOn.get(ended.id);
    const last = lastDay(standing, ended);
    return left !== undefined && left <= day && lastDayBefore(left) === last
      ? leftOn(ended, left)
      : endedOn(ended, last);
  }
  const toCome = findIn(TO_COME);
  if (toCome) return notYet(toCome, statusFor(standing, toCome, day));
  return toAsk("AGREEMENT_MISSING", {
    pl: "Nie ma umowy z tym partnerem.",
    en: "There is no agreement with this partner.",
  });
}

/** When it ceased to hold for this partner; null: nobody noted it. */
function lastDay(standing: Standing, one: Agreement): string | null {
  const left = standing.leftOn.get(one.id);
  const ends = [left && lastDayBefore(left), one.endedOn, one.validTo];
  return ends.filter((end) => typeof end === "string").sort()[0] ?? null;
}

function endedOn({ number }: Agreement, day: string | null): Obstacle {
  const on = day ? wordsOfDay(day) : null;
  return toAsk("AGREEMENT_ENDED", {
    pl: `Umowa ${number} z tym partnerem wygasła${on ? ` ${on.pl}` : ""}.`,
    en: `Agreement ${number} with this partner ended${on ? ` on ${on.en}` : ""}.`,
  });
}

/** For the others it may go on. */
function leftOn({ number }: Agreement, left: string): Obstacle {
  const on = wordsOfDay(left);
  return toAsk("AGREEMENT_ENDED", {
    pl: `Ta organizacja wyszła z umowy ${number} ${on.pl}.`,
    en: `This organisation left agreement ${number} on ${on.en}.`,
  });
}

/** Signed by all it waits for its first day only. */
function notYet(
  { number, validFrom }: Agreement,
  status: AgreementStatus,
): Obstacle {
  const from = status === "SIGNED" && validFrom ? wordsOfDay(validFrom) : null;
  return toAsk(
    "AGREEMENT_UNSIGNED",
    from
      ? {
          pl: `Umowa ${number} z tym partnerem zacznie obowiązywać ${from.pl}.`,
          en: `Agreement ${number} with this partner comes into force on ${from.en}.`,
        }
      : {
          pl: `Umowa ${number} z tym partnerem jeszcze nie obowiązuje: nie podpisali jej wszyscy.`,
          en: `Agreement ${number} with this partner is not in force yet: not all have signed it.`,
        },
  );
}

function toAsk(kind: ReferralObstacle, why: Words): Obstacle {
  const words = {
    pl: `${why.pl} Poproś organizatorkę usług.`,
    en: `${why.en} Ask the organiser of services.`,
  };
  return { kind, words, toOrganiser: why };
}

function obstacle(kind: ReferralObstacle, words: Words): Obstacle {
  return { kind, words, toOrganiser: words };
}
