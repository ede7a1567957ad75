// Reads of agreements, and of the standing that a service has under them.
import { In } from "typeorm";

import type { Partner } from "../partners/index.js";
import { partnerById } from "../partners/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows, holds } from "../platform/permission/allows.js";
import { Agreement } from "./agreement.js";
import type { AgreementLeaving } from "./agreement-leaving.js";
import { lastDayBefore } from "./agreement-party.js";
import { agreementPolicy } from "./agreements.policy.js";
import type { Standing, StandingRow } from "./standing.js";
import { placeIn, standingFrom } from "./standing.js";

/** Where the actor reads agreements: everybody's, or with `evenOwn` at least those of the own organisation. */
export function readsAgreements(
  { actor }: Context,
  { evenOwn }: { evenOwn: boolean },
): string | null {
  const { centreId } = actor;
  if (!centreId) return null;
  const reads =
    holds(agreementPolicy.list, actor, { centreId }) ||
    (evenOwn && holds(agreementPolicy.readOwn, actor, { centreId }));
  return reads ? centreId : null;
}

const readableCentre = (context: Context) =>
  readsAgreements(context, { evenOwn: true });

export const agreementById = loader<string, Agreement | null>(
  async (context, ids) => {
    const centreId = readableCentre(context);
    if (!centreId) return ids.map(() => null);
    const agreements = await context.reads.ask((manager) =>
      manager.getRepository(Agreement).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      agreements.filter((one) =>
        allows(agreementPolicy.read, context.actor, one),
      ),
      (agreement) => agreement.id,
    );
  },
);

interface PartyRow {
  partner_id: string;
  agreement_id: string;
}

/** Of one partner: the hub is a party to nearly all of its centre's, which are paged there. */
const MOST = 100;

export const agreementsOfPartner = loader<string, Agreement[]>(
  async (context, partnerIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return partnerIds.map(() => []);
    const parties = await context.reads.rows<PartyRow>(
      `select n.partner_id, n.agreement_id from (
         select y.partner_id, y.agreement_id,
           row_number() over (partition by y.partner_id order by a.valid_from desc nulls first, a.number) as place
         from agreement_party y join agreement a on a.centre_id = y.centre_id and a.id = y.agreement_id
         where y.centre_id = $1 and y.partner_id = any($2)) n
       where n.place <= ${String(MOST)} order by n.place`,
      [centreId, partnerIds],
    );
    const agreements = await Promise.all(
      parties.map(({ agreement_id }) =>
        context.load(agreementById, agreement_id),
      ),
    );
    const known = new Map(agreements.map((one) => [one?.id, one]));
    return grouped(partnerIds, parties, (row) => row.partner_id).map((rows) =>
      rows
        .map((row) => known.get(row.agreement_id) ?? null)
        .filter((one) => one !== null),
    );
  },
);

export const partiesOfAgreement = loader<string, Partner[]>(
  async (context, agreementIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return agreementIds.map(() => []);
    const parties = await context.reads.rows<PartyRow>(
      `select y.partner_id, y.agreement_id from agreement_party y
       join partner p on p.centre_id = y.centre_id and p.id = y.partner_id
       where y.centre_id = $1 and y.agreement_id = any($2) order by folded(p.name), p.id`,
      [centreId, agreementIds],
    );
    const partners = await Promise.all(
      parties.map(({ partner_id }) => context.load(partnerById, partner_id)),
    );
    const known = new Map(partners.map((one) => [one?.id, one]));
    return grouped(agreementIds, parties, (row) => row.agreement_id).map(
      (rows) =>
        rows
          .map((row) => known.get(row.partner_id) ?? null)
          .filter((one) => one !== null),
    );
  },
);

/** By agreement who left it, or will, the earliest first. */
export const leavingsOfAgreement = loader<string, AgreementLeaving[]>(
  async (context, agreementIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return agreementIds.map(() => []);
    const rows = await context.reads.rows<PartyRow & { left_on: string }>(
      `select y.partner_id, y.agreement_id, y.left_on::text from agreement_party y
       where y.centre_id = $1 and y.agreement_id = any($2) and y.left_on is not null order by y.left_on, y.partner_id`,
      [centreId, agreementIds],
    );
    const day = localDate(context.now);
    return grouped(agreementIds, rows, (row) => row.agreement_id).map((found) =>
      found.map(({ partner_id: partnerId, left_on: leftOn }) => ({
        partnerId,
        leftOn,
        lastDay: lastDayBefore(leftOn),
        hasLeft: leftOn <= day,
      })),
    );
  },
);

/** What a referral to this partner would be asked, of the hub nothing of agreements; null where agreements are not the viewer's to see. */
export const standingOfPartner = loader<string, Standing | null>(
  async (context, partnerIds) => {
    const centreId = readsAgreements(context, { evenOwn: false });
    if (!centreId) return partnerIds.map(() => null);
    const places = await context.reads.rows<{
      id: string;
      is_hub: boolean;
      is_member: boolean;
      leaves_on: string | null;
      terms: StandingRow[];
    }>(
      `select p.id, c.hub_partner_id = p.id as is_hub, place.is_member, place.leaves_on,
         (select coalesce(jsonb_agg(jsonb_build_object('agreementId', y.agreement_id, 'leftOn', y.left_on,
            'named', (select coalesce(jsonb_object_agg(s.service_id, s.places_kept), '{}') from agreement_service s
              where s.centre_id = y.centre_id and s.agreement_id = y.agreement_id))
            order by a.valid_from desc nulls first, a.number), '[]')
          from agreement_party y join agreement a on a.centre_id = y.centre_id and a.id = y.agreement_id
          where y.centre_id = p.centre_id and y.partner_id = p.id and c.hub_partner_id is distinct from p.id) as terms
       from partner p join centre c on c.id = p.centre_id cross join lateral (select ${placeIn("p")}) place
       where p.centre_id = $1 and p.id = any($2)`,
      [centreId, partnerIds],
    );
    return Promise.all(
      inOrder(partnerIds, places, (row) => row.id).map(async (place) => {
        if (!place) return null;
        const { is_hub: isHub, is_member: isMember, terms } = place;
        const { leaves_on: leavesOn } = place;
        const partner = await context.load(partnerById, place.id);
        const agreements = await Promise.all(
          terms.map(({ agreementId }) =>
            context.load(agreementById, agreementId),
          ),
        );
        return (
          partner &&
          standingFrom(
            { partner, isHub, isMember, leavesOn },
            agreements.filter((one) => one !== null),
            terms,
          )
        );
      }),
    );
  },
);
