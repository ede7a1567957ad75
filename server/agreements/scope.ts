// What agreements let the hub do with a partner's services: the guard of sending (domain 1.10).
import { registerEnumType } from "type-graphql";
import { In } from "typeorm";

import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { Service } from "../offer/index.js";
import { Partner } from "../partners/index.js";
import { addDays, localDate, wordsOfDay } from "../platform/calendar.js";
import type { Words } from "../platform/graphql/words.js";
import { Agreement } from "./agreement.js";
import { AgreementParty } from "./agreement-party.js";

export const ReferralObstacle = {
  AGREEMENT_MISSING: "AGREEMENT_MISSING",
  AGREEMENT_ENDED: "AGREEMENT_ENDED",
  AGREEMENT_UNSIGNED: "AGREEMENT_UNSIGNED",
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
    AGREEMENT_UNSIGNED: { description: "The agreement is not in force yet." },
    MEMBERSHIP_MISSING: { description: "The partner is no active member." },
    SERVICE_NOT_ACTIVE: { description: "The service is not on offer." },
    NOT_FOR_RESIDENTS: { description: "The service is for staff." },
  },
});

/** What is asked before a referral: the partner, whether it is the hub or its unit, and its agreements. */
export interface Standing {
  partner: Pick<Partner, "id" | "dataRole" | "status">;
  isHub: boolean;
  /** ACTIVE: HUB or MEMBER of a network of the centre, not left. */
  isMember: boolean;
  agreements: readonly Agreement[];
}

/** Units of the same controller and the hub itself need no agreement. */
function needsNone({ partner, isHub }: Standing): boolean {
  return isHub || partner.dataRole === "SAME_CONTROLLER";
}

/** The agreement that a referral of this day rests on; the one that lasts longest. */
export function carryingAgreement(
  standing: Standing,
  day: string,
): Agreement | null {
  const carrying = standing.agreements
    .filter((one) => one.carriesReferrals && one.statusOn(day) === "ACTIVE")
    .sort((a, b) => (b.validTo ?? "9999").localeCompare(a.validTo ?? "9999"));
  return carrying[0] ?? null;
}

export interface Obstacle {
  kind: ReferralObstacle;
  words: Words;
}

export function obstacleOf(
  standing: Standing,
  service: Pick<Service, "status" | "forResidents">,
  day: string,
): Obstacle | null {
  if (service.status !== "ACTIVE")
    return obstacle("SERVICE_NOT_ACTIVE", {
      pl: "Ta usługa nie jest teraz prowadzona.",
      en: "This service is not on offer now.",
    });
  if (!service.forResidents)
    return obstacle("NOT_FOR_RESIDENTS", {
      pl: "Ta usługa jest dla pracowników, nie dla mieszkańców.",
      en: "This service is for staff, not for residents.",
    });
  if (!standing.isMember && !standing.isHub)
    return obstacle("MEMBERSHIP_MISSING", {
      pl: "Ta organizacja nie jest jeszcze w sieci.",
      en: "This organisation is not in the network yet.",
    });
  if (needsNone(standing) || carryingAgreement(standing, day)) return null;
  return agreementObstacle(standing, day);
}

function agreementObstacle(standing: Standing, day: string): Obstacle {
  const relevant = standing.agreements.filter((one) => one.carriesReferrals);
  const ended = relevant
    .filter((one) =>
      ["EXPIRED", "TERMINATED", "WITHDRAWN"].includes(one.statusOn(day)),
    )
    .sort((a, b) => (b.validTo ?? "").localeCompare(a.validTo ?? ""))[0];
  const waiting = relevant.find((one) =>
    ["DRAFT", "IN_NEGOTIATION", "AGREED", "SIGNED"].includes(one.statusOn(day)),
  );
  if (ended) {
    const on = ended.validTo ? wordsOfDay(ended.validTo) : null;
    return obstacle("AGREEMENT_ENDED", {
      pl: `Umowa ${ended.number} z tym partnerem wygasła${on ? ` ${on.pl}` : ""}. Poproś organizatorkę usług.`,
      en: `Agreement ${ended.number} with this partner ended${on ? ` on ${on.en}` : ""}. Ask the organiser of services.`,
    });
  }
  if (waiting)
    return obstacle("AGREEMENT_UNSIGNED", {
      pl: `Umowa ${waiting.number} z tym partnerem jeszcze nie obowiązuje. Poproś organizatorkę usług.`,
      en: `Agreement ${waiting.number} with this partner is not in force yet. Ask the organiser of services.`,
    });
  return obstacle("AGREEMENT_MISSING", {
    pl: "Nie ma umowy z tym partnerem. Poproś organizatorkę usług.",
    en: "There is no agreement with this partner. Ask the organiser of services.",
  });
}

function obstacle(kind: ReferralObstacle, words: Words): Obstacle {
  return { kind, words };
}

/** The standing of a partner, read inside a work; nothing of it changes before the commit that could not have come after. */
export async function standingOf(
  work: Work,
  partnerId: string,
): Promise<Standing> {
  const { centreId, manager } = work;
  const partner = await manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId, id: partnerId });
  const [place] = await work.rows<{ is_hub: boolean; is_member: boolean }>(
    `select c.hub_partner_id = $2 as is_hub,
       exists (select from network_membership m where m.centre_id = c.id and m.partner_id = $2
               and m.left_on is null and m.role in ('HUB', 'MEMBER')) as is_member
     from centre c where c.id = $1`,
    [centreId, partnerId],
  );
  const parties = await manager
    .getRepository(AgreementParty)
    .findBy({ centreId, partnerId });
  const agreements = await manager.getRepository(Agreement).findBy({
    centreId,
    id: In(parties.map(({ agreementId }) => agreementId)),
  });
  return {
    partner,
    isHub: place?.is_hub ?? false,
    isMember: place?.is_member ?? false,
    agreements,
  };
}

/** From when to when a partner's services can be referred to, as ranking needs it; null: never. */
function referableWindow(
  standing: Standing,
  day: string,
): { from: string; to: string | null } | null {
  if (standing.isHub || (standing.isMember && needsNone(standing)))
    return { from: "2000-01-01", to: null };
  if (!standing.isMember) return null;
  const windows = standing.agreements
    .filter(
      (one) =>
        one.carriesReferrals &&
        ["ACTIVE", "SIGNED"].includes(one.statusOn(day)),
    )
    .map(({ validFrom, validTo }) => ({ from: validFrom ?? day, to: validTo }))
    .sort((a, b) => a.from.localeCompare(b.from));
  let open: { from: string; to: string | null } | null = null;
  for (const window of windows) {
    if (!open) open = { ...window };
    else if (open.to !== null && window.from <= addDays(open.to, 1))
      open.to = window.to === null || window.to > open.to ? window.to : open.to;
  }
  return open;
}

/** Sets what the offer needs of agreements: ranking, and how often a number must be confirmed. */
export async function refreshScope(
  work: Work,
  partnerId: string,
): Promise<void> {
  const standing = await standingOf(work, partnerId);
  const day = localDate(work.now);
  const window = referableWindow(standing, day);
  await work.manager
    .getRepository(Service)
    .update(
      { centreId: work.centreId, partnerId },
      { referableFrom: window?.from ?? null, referableTo: window?.to ?? null },
    );
  const duty = carryingAgreement(standing, day)?.offerUpdateDutyDays ?? null;
  await work.rows(
    `update capacity set confirm_every_days = $3
     where centre_id = $1 and partner_id = $2 and confirm_every_days is distinct from $3`,
    [work.centreId, partnerId, duty],
  );
}

/** A new service stands under the agreements that its partner has. */
export async function scopeNewService(
  work: Work,
  event: NewEvent,
): Promise<void> {
  const { partnerId } = event;
  if (partnerId) await work.inSystemsName(() => refreshScope(work, partnerId));
}
