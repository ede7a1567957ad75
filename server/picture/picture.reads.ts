// Reads of the whole: the picture of a network and the offer in numbers, each in a fixed number of statements.
import type { Agreement } from "../agreements/index.js";
import {
  agreementPolicy,
  agreementsInForce,
  lastDayOf,
  standingOfPartner,
  statusFor,
} from "../agreements/index.js";
import { Capacity, ServiceArea } from "../offer/index.js";
import type { Network, NetworkMembership } from "../partnership/index.js";
import { membershipsOfNetwork } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { holds } from "../platform/permission/allows.js";
import type { NetworkEdge, NetworkGraph, NetworkNode } from "./graph.js";
import type { CentreOverview } from "./overview.js";
import { picturePolicy } from "./picture.policy.js";

const FLOW_DAYS = 90;

export async function graphOf(
  context: Context,
  network: Network,
): Promise<NetworkGraph> {
  const memberships = await context.load(membershipsOfNetwork, network.id);
  const ids = memberships.map(({ partnerId }) => partnerId);
  const offer = await offerOf(context, ids);
  const open = await openReferralsOf(context);
  const edges = [
    ...(await agreementEdges(context, network, ids)),
    ...(await referralEdges(context, network, ids)),
  ];
  const nodes = await Promise.all(
    memberships.map(async (membership) => ({
      ...(await nodeOf(context, membership)),
      degree: neighbours(edges, membership.partnerId),
      openReferrals: open && (open.get(membership.partnerId) ?? 0),
      services: offer.get(membership.partnerId)?.services ?? 0,
      offerStale: offer.get(membership.partnerId)?.stale ?? false,
    })),
  );
  nodes.sort((a, b) => Number(b.isHub) - Number(a.isHub));
  return { nodes, edges };
}

async function nodeOf(
  context: Context,
  membership: NetworkMembership,
): Promise<
  Omit<NetworkNode, "degree" | "openReferrals" | "services" | "offerStale">
> {
  const day = localDate(context.now);
  const standing = await context.load(standingOfPartner, membership.partnerId);
  const agreement = standing
    ? (agreementsInForce(standing, day)[0] ?? latest(standing.agreements))
    : null;
  return {
    partnerId: membership.partnerId,
    stakeholderType: membership.stakeholderType,
    isHub: membership.role === "HUB",
    role: membership.role,
    agreementStatus:
      standing && agreement ? statusFor(standing, agreement, day) : null,
    agreementUntil:
      standing && agreement ? lastDayOf(standing, agreement) : null,
  };
}

/** Without one that carries referrals an intention is shown, if there is one. */
function latest(agreements: readonly Agreement[]): Agreement | null {
  const carrying = agreements.filter((one) => one.carriesReferrals);
  const shown =
    carrying.length > 0
      ? carrying
      : agreements.filter(({ kind }) => kind === "LETTER_OF_INTENT");
  return (
    shown.toSorted((a, b) =>
      (b.validTo ?? "").localeCompare(a.validTo ?? ""),
    )[0] ?? null
  );
}

function neighbours(edges: readonly NetworkEdge[], partnerId: string): number {
  const id = toGlobalId("Partner", partnerId);
  return new Set(
    edges.flatMap(({ from, to }) =>
      from === id ? [to] : to === id ? [from] : [],
    ),
  ).size;
}

async function offerOf(
  context: Context,
  partnerIds: readonly string[],
): Promise<Map<string, { services: number; stale: boolean }>> {
  const rows = await context.reads.rows<{
    partner_id: string;
    services: number;
    stale: boolean;
  }>(
    `select s.partner_id, count(*)::integer as services, bool_or(b.status = 'STALE') as stale
     from service s join capacity_bands($3) b on b.service_id = s.id
     where s.centre_id = $1 and s.partner_id = any($2) and s.status in ('ACTIVE', 'PAUSED')
     group by s.partner_id`,
    [context.actor.centreId, partnerIds, context.now],
  );
  return new Map(rows.map((row) => [row.partner_id, row]));
}

/** By partner; null where they are not the viewer's to count. */
async function openReferralsOf(
  context: Context,
): Promise<Map<string, number> | null> {
  const { actor } = context;
  if (!actor.centreId) return null;
  if (!holds(picturePolicy.openReferrals, actor, { centreId: actor.centreId }))
    return null;
  const rows = await context.reads.rows<{ partner_id: string; open: number }>(
    `select r.partner_id, count(*)::integer as open from referral r
     where r.centre_id = $1 and r.status in
       ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')
     group by r.partner_id`,
    [actor.centreId],
  );
  return new Map(rows.map((row) => [row.partner_id, row.open]));
}

/** An agreement ties its parties to the hub where it is one of them, else to each other. */
async function agreementEdges(
  context: Context,
  network: Network,
  partnerIds: readonly string[],
): Promise<NetworkEdge[]> {
  const { centreId } = context.actor;
  if (!centreId || !holds(agreementPolicy.list, context.actor, { centreId }))
    return [];
  const rows = await context.reads.rows<{ from: string; to: string }>(
    `select distinct a.partner_id as "from", b.partner_id as "to"
     from agreement g
     join agreement_party a on a.centre_id = g.centre_id and a.agreement_id = g.id
     join agreement_party b on b.centre_id = g.centre_id and b.agreement_id = g.id and b.partner_id <> a.partner_id
     where g.centre_id = $1 and g.status = 'ACTIVE' and g.valid_from <= $4::date
       and (g.valid_to is null or g.valid_to >= $4::date)
       and (a.left_on is null or a.left_on > $4::date) and (b.left_on is null or b.left_on > $4::date)
       and a.partner_id = any($2) and b.partner_id = any($2)
       and (a.partner_id = $3 or (a.partner_id < b.partner_id and not exists (
         select from agreement_party h where h.centre_id = g.centre_id and h.agreement_id = g.id and h.partner_id = $3)))`,
    [
      context.actor.centreId,
      partnerIds,
      network.hubPartnerId,
      localDate(context.now),
    ],
  );
  return rows.map(({ from, to }) => ({
    from: toGlobalId("Partner", from),
    to: toGlobalId("Partner", to),
    kind: "AGREEMENT",
    weight: 1,
  }));
}

/** Referrals of the last 90 days, from the hub to who answers them. */
async function referralEdges(
  context: Context,
  network: Network,
  partnerIds: readonly string[],
): Promise<NetworkEdge[]> {
  const { actor, now } = context;
  const { centreId } = actor;
  if (!centreId || !holds(picturePolicy.flow, actor, { centreId })) return [];
  const since = new Date(now.getTime() - FLOW_DAYS * 86_400_000);
  const rows = await context.reads.rows<{
    partner_id: string;
    referrals: number | null;
  }>(`select * from referral_flow($1)`, [since]);
  return rows
    .filter(
      (row) =>
        row.partner_id !== network.hubPartnerId &&
        partnerIds.includes(row.partner_id),
    )
    .map((row) => ({
      from: toGlobalId("Partner", network.hubPartnerId),
      to: toGlobalId("Partner", row.partner_id),
      kind: "REFERRALS",
      weight: row.referrals,
    }));
}

/** Null where it is not the viewer's. */
export async function overviewOf(
  context: Context,
): Promise<CentreOverview | null> {
  const { actor, now } = context;
  const { centreId } = actor;
  if (!centreId || !holds(picturePolicy.overview, actor, { centreId }))
    return null;
  const offered = await context.reads.rows<
    { area: ServiceArea } & Partial<Capacity>
  >(
    `select s.area, c.total, c.occupied, c.reserved, c.waiting_referred as "waitingReferred",
       c.waiting_outside as "waitingOutside", c.suspended, c.confirm_every_days as "confirmEveryDays",
       c.unit, c.kept, c.running, c.walk_ins as "walkIns", c.confirmed_at as "confirmedAt"
     from service s
     join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
     where s.centre_id = $1 and s.status in ('ACTIVE', 'PAUSED')`,
    [centreId],
  );
  const rows = offered.map(({ area, ...numbers }) => ({
    area,
    capacity: Object.assign(new Capacity(), numbers),
  }));
  const [counts] = await context.reads.rows<{
    unopened: number;
    overdue: number;
    open: number;
  }>(`select * from referral_counts($1)`, [now]);
  const count = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).length;
  const areas = Object.values(ServiceArea).map((area) => ({
    area,
    services: count((row) => row.area === area),
    withFreePlace: count(
      (row) => row.area === area && row.capacity.takesNow(1),
    ),
  }));
  return {
    services: rows.length,
    withFreePlace: count(({ capacity }) => capacity.takesNow(1)),
    withoutFreePlace: count(({ capacity }) => capacity.available <= 0),
    withQueue: count(({ capacity }) => capacity.waiting > 0),
    freeDespiteQueue: count(
      ({ capacity }) => capacity.available > 0 && capacity.owedToQueue > 0,
    ),
    keptBeyondTotal: count(({ capacity }) => capacity.kept > capacity.total),
    stale: count(
      ({ capacity }) => capacity.confirmedAt !== null && capacity.isStale(now),
    ),
    neverConfirmed: count(({ capacity }) => capacity.confirmedAt === null),
    areasCovered: areas.filter(({ services }) => services > 0).length,
    unopenedReferrals: counts?.unopened ?? 0,
    overdueReferrals: counts?.overdue ?? 0,
    openReferrals: counts?.open ?? 0,
    areas,
  };
}
