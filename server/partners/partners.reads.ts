// Reads of organisations and contact persons, always of the actor's own centre.
import { In } from "typeorm";

import type { ViewerMembership } from "../identity/index.js";
import { localDate } from "../platform/calendar.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { holds } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import { binding } from "../platform/permission/render.js";
import { ContactPerson } from "./contact-person.js";
import { Partner } from "./partner.js";
import type { PartnerFilter } from "./partner-filter.js";
import { contactPersonPolicy, partnerPolicy } from "./partners.policy.js";

export const partnerById = loader<string, Partner | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => null);
    const partners = await context.reads.ask((manager) =>
      manager.getRepository(Partner).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(ids, partners, (partner) => partner.id);
  },
);

/** The one read across centres: the organisation that the viewer's own account may act for elsewhere. */
export function partnerOfMembership(
  context: Context,
  membership: ViewerMembership,
): Promise<Partner | null> {
  return context.reads.ask((manager) =>
    manager.getRepository(Partner).findOneBy({
      centreId: membership.centreId,
      id: membership.partnerId,
    }),
  );
}

export const contactPersonById = loader<string, ContactPerson | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId || !mayReadContacts(context, centreId))
      return ids.map(() => null);
    const people = await context.reads.ask((manager) =>
      manager
        .getRepository(ContactPerson)
        .findBy({ centreId, id: In([...ids]), active: true }),
    );
    return inOrder(ids, people, (person) => person.id);
  },
);

export const contactPersonsOfPartner = loader<string, ContactPerson[]>(
  async (context, partnerIds) => {
    const { centreId } = context.actor;
    if (!centreId || !mayReadContacts(context, centreId))
      return partnerIds.map(() => []);
    const people = await context.reads.ask((manager) =>
      manager.getRepository(ContactPerson).find({
        where: { centreId, partnerId: In([...partnerIds]), active: true },
        order: { isPrimary: "DESC", name: "ASC", id: "ASC" },
      }),
    );
    return grouped(partnerIds, people, (person) => person.partnerId);
  },
);

function mayReadContacts(context: Context, centreId: string): boolean {
  return holds(contactPersonPolicy.read, context.actor, { centreId });
}

interface PartnerRow {
  id: string;
  sort: string;
}

const CONTACT = `select from contact_person c where c.centre_id = p.centre_id and c.partner_id = p.id and c.active`;

/** By name. Text is looked for without case and diacritics. */
export async function partnersVisibleTo(
  context: Context,
  filter: PartnerFilter | null,
  page: Page,
): Promise<CountedConnection<Partner>> {
  const { centreId } = context.actor;
  if (!centreId) return emptyConnection();
  const asks = (policy: Expression<{ centreId: string }>) =>
    holds(policy, context.actor, { centreId });
  const { values, bind } = binding();
  // what the viewer does not read narrows nothing
  const statuses = asks(partnerPolicy.readRegister) && filter?.statuses;
  const readsContacts = asks(contactPersonPolicy.read);
  // only what was asked for stands in the statement, so that it is planned once
  const where = `from partner p where ${[
    `p.centre_id = ${bind(centreId)}`,
    statuses ? `p.status = any(${bind(statuses)})` : "p.status <> 'FORMER'",
    filter?.text?.trim() &&
      `p.search like '%' || folded(${bind(likeText(filter.text))}) || '%'`,
    filter?.kinds && `p.kind = any(${bind(filter.kinds)})`,
    filter?.stakeholderTypes &&
      `exists (select from network_membership m where m.centre_id = p.centre_id and m.partner_id = p.id
        and m.left_on is null and m.stakeholder_type = any(${bind(filter.stakeholderTypes)}))`,
    readsContacts &&
      filter?.withoutDeputy &&
      `not exists (${CONTACT} and c.is_deputy)`,
    readsContacts &&
      filter?.withContactAlert &&
      `p.status = 'ACTIVE' and (
        not exists (${CONTACT} and c.is_primary and c.willing_confirmed_at is not null)
        or not exists (${CONTACT} and (c.away_from is null
          or ${bind(localDate(context.now))}::date not between c.away_from and c.away_to)))`,
  ]
    .filter(Boolean)
    .join(" and ")}`;
  const counted = [...values];
  const beyond = page.after
    ? `and (folded(p.name), p.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<PartnerRow>(
    `select p.id, folded(p.name) as sort ${where} ${beyond}
     order by folded(p.name), p.id limit ${String(page.first + 1)}`,
    values,
  );
  const partners = await Promise.all(
    rows.map((row) => context.load(partnerById, row.id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.sort, row.id],
      (row) => {
        const partner = partners.find((found) => found?.id === row.id);
        if (!partner) throw new Error("a listed partner is not to be read");
        return partner;
      },
    ),
    count: async () => {
      const [row] = await context.reads.rows<{ count: string }>(
        `select count(*) ${where}`,
        counted,
      );
      return Number(row?.count ?? 0);
    },
  };
}

/** Letters of a pattern are meant as they are typed. */
export function likeText(text: string): string {
  return text
    .trim()
    .slice(0, 200)
    .replace(/[\\%_]/g, "\\$&");
}
