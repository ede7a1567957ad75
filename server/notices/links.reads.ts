// A link from its token: what it shows, read with no more rights than it lends.
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { LinkHolder } from "../platform/permission/actor.js";
import { mayMove } from "../referrals/index.js";
import { ActionLink } from "./action-link.js";
import type { ActionLinkState } from "./linked.js";
import { LinkedOffer, LinkedReferral, OpenedLink } from "./linked.js";

/** A page that is confirmed with one tap is one page. */
export const MOST_SERVICES = 300;

export interface FoundLink {
  link: ActionLink;
  holder: LinkHolder;
  centreName: string;
  partnerName: string;
}

/** Null where the token was not signed here, or its contact person or organisation has left. */
export async function findLink(
  context: Context,
  token: string,
): Promise<FoundLink | null> {
  const id = context.keys.idIn("action-link", token);
  if (!id) return null;
  const link = await inTransaction(
    context.dataSource,
    { kind: "authentication" },
    (manager) => manager.getRepository(ActionLink).findOneBy({ id }),
  );
  if (!link) return null;
  const [standing] = await inTransaction(
    context.dataSource,
    { kind: "system", centreId: link.centreId },
    (manager) =>
      manager.query<{ contact: string; partner: string; centre: string }[]>(
        `select p.name as contact, o.name as partner, c.name as centre
         from contact_person p
         join partner o on o.centre_id = p.centre_id and o.id = p.partner_id and o.status = 'ACTIVE'
         join centre c on c.id = p.centre_id
         where p.centre_id = $1 and p.id = $2 and p.partner_id = $3 and p.active
           -- the entry is another person's, or another mailbox's, since the link was made
           and not exists (select from event e where e.centre_id = p.centre_id and e.subject_id = p.id
             and e.type = 'ContactPersonChanged' and e.facts->>'another' = 'true' and e.at > $4)`,
        [link.centreId, link.contactPersonId, link.partnerId, link.madeAt],
      ),
  );
  if (!standing) return null;
  return {
    link,
    holder: link.holder(standing.contact),
    centreName: standing.centre,
    partnerName: standing.partner,
  };
}

export async function openedLink(
  context: Context,
  token: string,
): Promise<OpenedLink | null> {
  const found = await findLink(context, token);
  if (!found) return null;
  const { link, centreName, partnerName } = found;
  const referral =
    link.kind === "ANSWER_REFERRAL" ? await referralOf(context, found) : null;
  // withdrawn unopened: the link is none, as one that nobody made
  if (link.kind === "ANSWER_REFERRAL" && !referral) return null;
  return Object.assign(new OpenedLink(), {
    kind: link.kind,
    state: stateOf(link, context.now),
    centreName,
    partnerName,
    expiresAt: link.expiresAt,
    usedAt: link.usedAt,
    answer: link.answer,
    services:
      link.kind === "CONFIRM_PLACES" ? await servicesOf(context, found) : [],
    referral,
  });
}

function stateOf(link: ActionLink, now: Date): ActionLinkState {
  if (link.usedAt) return "USED";
  return link.isOpen(now) ? "OPEN" : "EXPIRED";
}

async function servicesOf(
  context: Context,
  { holder }: FoundLink,
): Promise<LinkedOffer[]> {
  const rows = await inTransaction(context.dataSource, holder, (manager) =>
    manager.query<Omit<LinkedOffer, "confirmedAt">[]>(
      `select s.id as "serviceId", s.name, c.unit, c.total, c.occupied + c.reserved as taken,
              c.total - c.occupied - c.reserved as available, c.confirmed_at as "confirmedAt", c.version
       from service s join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
       where s.centre_id = $1 and s.partner_id = $2 and s.status = 'ACTIVE' and not c.suspended
       order by c.confirmed_at nulls first, s.name, s.id limit ${String(MOST_SERVICES)}`,
      [holder.centreId, holder.partnerId],
    ),
  );
  return rows.map((row) =>
    Object.assign(new LinkedOffer(), row, {
      serviceId: toGlobalId("Service", row.serviceId),
    }),
  );
}

async function referralOf(
  context: Context,
  { holder }: FoundLink,
): Promise<LinkedReferral | null> {
  const [row] = await inTransaction(context.dataSource, holder, (manager) =>
    manager.query<LinkedReferral[]>(
      `select r.number, s.name as "serviceName", r.units, c.unit, r.priority, r.status, r.due_at as "dueAt"
       from referral r
       join service s on s.centre_id = r.centre_id and s.id = r.service_id
       join capacity c on c.centre_id = r.centre_id and c.service_id = r.service_id
       where r.centre_id = $1 and r.id = $2 and not r.vanished`,
      [holder.centreId, holder.referralId],
    ),
  );
  return row
    ? Object.assign(new LinkedReferral(), row, {
        answerable: mayMove(row.status, "DECLINED", "PARTNER"),
      })
    : null;
}
