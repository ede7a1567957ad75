// Where a partner stands in the centre: the hub or its unit, a member, and under which agreements.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Partner } from "../partners/index.js";
import { Agreement } from "./agreement.js";
import type { AgreementStatus } from "./agreement-kind.js";
import { AgreementParty, lastDayBefore } from "./agreement-party.js";
import { ServiceInScope } from "./service-in-scope.js";

/** What is asked before a referral. */
export interface Standing {
  partner: Pick<Partner, "id" | "dataRole" | "status">;
  isHub: boolean;
  /** ACTIVE: HUB or MEMBER of a network of the centre, not left. */
  isMember: boolean;
  /** From this day on in no network any more, as it has said; null: it stays. */
  leavesOn: string | null;
  /** All that it is or was a party to. */
  agreements: readonly Agreement[];
  /** The services that an agreement names, with the places kept of each, by its id; one that names none is for all services of its parties. */
  named: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** When it left an agreement that others kept, by its id. */
  leftOn: ReadonlyMap<string, string>;
}

/** As Standing says of `partner`, a row with its centre and id. */
export const placeIn = (partner: string) => `
  count(m.id) > 0 as is_member,
  case when bool_and(m.leaving_on is not null) then max(m.leaving_on)::text end as leaves_on
  from network_membership m where m.centre_id = ${partner}.centre_id and m.partner_id = ${partner}.id
    and m.left_on is null and m.role in ('HUB', 'MEMBER')`;

/** A row for each agreement of a partner: with when it left and the services that are named. */
export interface StandingRow {
  agreementId: string;
  leftOn: string | null;
  /** Places kept, by service. */
  named: Readonly<Record<string, number>>;
}

export function standingFrom(
  place: Pick<Standing, "partner" | "isHub" | "isMember" | "leavesOn">,
  agreements: readonly Agreement[],
  rows: readonly StandingRow[],
): Standing {
  return {
    ...place,
    agreements,
    named: new Map(
      rows
        .map(
          (row) =>
            [row.agreementId, new Map(Object.entries(row.named))] as const,
        )
        .filter(([, services]) => services.size > 0),
    ),
    leftOn: new Map(
      rows.flatMap(({ agreementId, leftOn }) =>
        leftOn === null ? [] : [[agreementId, leftOn] as const],
      ),
    ),
  };
}

/** Units of the same controller and the hub itself need no agreement. */
export function needsNoAgreement({ partner, isHub }: Standing): boolean {
  return isHub || partner.dataRole === "SAME_CONTROLLER";
}

/** As the agreement holds for this partner: one that it left holds for the others only. */
export function statusFor(
  { leftOn }: Standing,
  agreement: Agreement,
  day: string,
): AgreementStatus {
  const left = leftOn.get(agreement.id);
  return left !== undefined && left <= day
    ? "WITHDRAWN"
    : agreement.statusOn(day);
}

/** Of the agreement, or of the partner's part in it; null: for good. */
export function lastDayOf(
  { leftOn }: Pick<Standing, "leftOn">,
  one: Agreement,
): string | null {
  const left = leftOn.get(one.id);
  const days = [one.validTo, left === undefined ? null : lastDayBefore(left)];
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/**
 * What a partner is asked for does not end between the look and the commit: who sends shares this hold, who changes
 * agreements or leaves has it alone. Taken before any number is locked.
 */
export function holdStanding(
  work: Work,
  partnerId: string,
  how: "SHARED" | "ALONE",
): Promise<void> {
  return holdStandings(work, [partnerId], how);
}

/** Of several, in one order, so that two who hold the same do not wait for each other. */
export async function holdStandings(
  work: Work,
  partnerIds: readonly string[],
  how: "SHARED" | "ALONE",
): Promise<void> {
  const lock = `pg_advisory_xact_lock${how === "SHARED" ? "_shared" : ""}`;
  await work.rows(
    `select ${lock}(hashtextextended(words, 0)) from unnest($1::text[]) as words`,
    [[...partnerIds].sort().map((id) => `standing ${work.centreId} ${id}`)],
  );
}

/** The standing of a partner, read inside a work. */
export async function standingOf(
  work: Work,
  partnerId: string,
): Promise<Standing> {
  const { centreId, manager } = work;
  const partner = await manager
    .getRepository(Partner)
    .findOneByOrFail({ centreId, id: partnerId });
  const [place] = await work.rows<{
    is_hub: boolean;
    is_member: boolean;
    leaves_on: string | null;
  }>(
    `select c.hub_partner_id = p.id as is_hub, place.is_member, place.leaves_on
     from partner p join centre c on c.id = p.centre_id cross join lateral (select ${placeIn("p")}) place
     where p.centre_id = $1 and p.id = $2`,
    [centreId, partnerId],
  );
  const parties = await manager
    .getRepository(AgreementParty)
    .findBy({ centreId, partnerId });
  const agreementId = In(parties.map((party) => party.agreementId));
  const agreements = await manager
    .getRepository(Agreement)
    .findBy({ centreId, id: agreementId });
  const named = await manager
    .getRepository(ServiceInScope)
    .findBy({ centreId, agreementId });
  return standingFrom(
    {
      partner,
      isHub: place?.is_hub ?? false,
      isMember: place?.is_member ?? false,
      leavesOn: place?.leaves_on ?? null,
    },
    agreements,
    parties.map((party) => ({
      agreementId: party.agreementId,
      leftOn: party.leftOn,
      named: Object.fromEntries(
        named
          .filter((one) => one.agreementId === party.agreementId)
          .map(({ serviceId, placesKept }) => [serviceId, placesKept]),
      ),
    })),
  );
}
