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
  const where = `
    from partner p
    where p.centre_id = $1 and case when $5::text[] is null then p.status <> 'FORMER' else p.status = any($5) end
      and ($2::text is null or p.search like '%' || folded($2) || '%')
      and ($3::text[] is null or p.kind = any($3))
      and ($4::text[] is null or exists (select from network_membership m where m.centre_id = p.centre_id
        and m.partner_id = p.id and m.left_on is null and m.stakeholder_type = any($4)))
      and ($6 is not true or not exists (${CONTACT} and c.is_deputy))
      and ($7 is not true or p.status = 'ACTIVE' and (
        not exists (${CONTACT} and c.is_primary and c.willing_confirmed_at is not null)
        or not exists (${CONTACT} and (c.away_from is null or $8::date not between c.away_from and c.away_to))))`;
  const asks = (policy: Expression<{ centreId: string }>) =>
    holds(policy, context.actor, { centreId });
  const parameters = [
    centreId,
    filter?.text?.trim() ? likeText(filter.text) : null,
    filter?.kinds ?? null,
    filter?.stakeholderTypes ?? null,
    // what the viewer does not read narrows nothing
    (asks(partnerPolicy.readRegister) && filter?.statuses) || null,
    asks(contactPersonPolicy.read) && filter?.withoutDeputy,
    asks(contactPersonPolicy.read) && filter?.withContactAlert,
    localDate(context.now),
  ];
  const rows = await context.reads.rows<PartnerRow>(
    `select p.id, folded(p.name) as sort ${where}
       and ($9::text is null or (folded(p.name), p.id) > ($9, $10::uuid))
     order by folded(p.name), p.id limit $11`,
    [
      ...parameters,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.first + 1,
    ],
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
      const [counted] = await context.reads.rows<{ count: string }>(
        `select count(*) ${where}`,
        parameters,
      );
      return Number(counted?.count ?? 0);
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
