// Which agreement a referral rests on, and how much of a person may travel under it (domain 1.10, 4.2). The database holds the same rules.
import type { DisclosureLevel } from "../partners/index.js";
import { reachesLevel } from "../partners/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Agreement } from "./agreement.js";
import type { AgreementKind } from "./agreement-kind.js";
import type { Standing } from "./standing.js";
import { needsNoAgreement, statusFor } from "./standing.js";

function isInForce(standing: Standing, one: Agreement, day: string): boolean {
  return statusFor(standing, one, day) === "ACTIVE";
}

function names(standing: Standing, one: Agreement, serviceId: string): boolean {
  return standing.named.get(one.id)?.has(serviceId) ?? false;
}

/** Whatever carries referrals for at least one service on this day, the one that lasts longest first. */
export function agreementsInForce(
  standing: Standing,
  day: string,
): Agreement[] {
  return standing.agreements
    .filter((one) => one.carriesReferrals && isInForce(standing, one, day))
    .sort((a, b) => (b.validTo ?? "9999").localeCompare(a.validTo ?? "9999"));
}

/** Those in force that name the service. */
export function naming(
  standing: Standing,
  serviceId: string,
  day: string,
): Agreement[] {
  return agreementsInForce(standing, day).filter((one) =>
    names(standing, one, serviceId),
  );
}

/**
 * What a service stands under: those that name it, if there are any; else those that name none and so are for all.
 * The hub is a party of every agreement, and its own services need none.
 */
export function scopeOf(
  standing: Standing,
  serviceId: string,
  day: string,
): Agreement[] {
  if (standing.isHub) return [];
  const named = naming(standing, serviceId, day);
  return named.length > 0
    ? named
    : agreementsInForce(standing, day).filter(
        (one) => !standing.named.has(one.id),
      );
}

/** The agreement that a referral of this day to this service rests on: of several the one that lets most travel, then the one that lasts longest. */
export function carryingAgreement(
  standing: Standing,
  serviceId: string,
  day: string,
): Agreement | null {
  const carrying = scopeOf(standing, serviceId, day).map((one) => ({
    one,
    level: disclosureLimit(standing, one, serviceId, day).highest,
  }));
  const [best] = carrying.filter((some) =>
    carrying.every((other) => reachesLevel(other.level, some.level)),
  );
  return best?.one ?? null;
}

export interface DisclosureLimit {
  highest: DisclosureLevel;
  /** Why no more, and whom to ask. */
  words: Words;
}

const ASK: Words = {
  pl: "Zmniejsz zakres danych albo poproś organizatorkę usług.",
  en: "Send less, or ask the organiser of services.",
};

function upTo(highest: DisclosureLevel, why: Words): DisclosureLimit {
  return {
    highest,
    words: { pl: `${why.pl} ${ASK.pl}`, en: `${why.en} ${ASK.en}` },
  };
}

/** What may travel at most, by the data role of the agreement; without one by that of the unit itself. */
export function disclosureLimit(
  standing: Standing,
  agreement: Agreement | null,
  serviceId: string,
  day: string,
): DisclosureLimit {
  const role = agreement?.dataRole ?? "SAME_CONTROLLER";
  const number = agreement?.number ?? "";
  const withSensitive = (allowed: boolean): DisclosureLimit =>
    upTo(allowed ? "L3_SENSITIVE" : "L2_IDENTITY", {
      pl: `Umowa ${number} nie pozwala przekazywać danych wrażliwych tej usłudze.`,
      en: `Agreement ${number} lets no sensitive data travel to this service.`,
    });
  switch (role) {
    case "NO_PERSONAL_DATA":
      return upTo("L0_TOKEN", {
        pl: `Umowa ${number} nie pozwala przekazywać danych osób, tylko numer.`,
        en: `Agreement ${number} lets no personal data travel, only a number.`,
      });
    case "PROCESSOR":
      return entrustment(standing, agreement, day)
        ? withSensitive(agreement?.allowsSensitive ?? false)
        : upTo("L0_TOKEN", {
            pl: `Do umowy ${number} brakuje obowiązującej umowy powierzenia danych.`,
            en: `Agreement ${number} lacks an entrustment of data that is in force.`,
          });
    case "SEPARATE_CONTROLLER":
      return withSensitive(
        agreement !== null &&
          agreement.allowsSensitive &&
          names(standing, agreement, serviceId),
      );
    case "JOINT_CONTROLLER": {
      const arranged = ofKind(standing, "JOINT_CONTROL", day).filter(
        ({ dataRole }) => dataRole === "JOINT_CONTROLLER",
      );
      return arranged.length > 0
        ? withSensitive(arranged.some((one) => one.allowsSensitive))
        : upTo("L0_TOKEN", {
            pl: `Do umowy ${number} brakuje obowiązujących uzgodnień współadministratorów.`,
            en: `Agreement ${number} lacks an arrangement of joint controllers that is in force.`,
          });
    }
    case "SAME_CONTROLLER":
      // it was made with a unit of the centre, which may have become something else since
      return needsNoAgreement(standing)
        ? withSensitive(true)
        : upTo("L0_TOKEN", {
            pl: `Umowa ${number} jest dla jednostek CUS, a ta organizacja nią nie jest.`,
            en: `Agreement ${number} is for units of the centre, and this organisation is none.`,
          });
  }
}

function ofKind(
  standing: Standing,
  kind: AgreementKind,
  day: string,
): Agreement[] {
  return standing.agreements.filter(
    (one) => one.kind === kind && isInForce(standing, one, day),
  );
}

/** The one that the agreement leans on, where it names one with this partner; else any that is in force. */
export function entrustment(
  standing: Standing,
  agreement: Agreement | null,
  day: string,
): boolean {
  const leansOn = standing.agreements.find(
    ({ id }) => id === agreement?.dpaAgreementId,
  );
  const inForce = ofKind(standing, "DATA_PROCESSING", day).filter(
    ({ dataRole }) => dataRole === "PROCESSOR",
  );
  return leansOn ? inForce.includes(leansOn) : inForce.length > 0;
}
