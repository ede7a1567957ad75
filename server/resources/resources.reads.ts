// Reads of the inventory and of requests to borrow, always of the actor's own centre.
import { In } from "typeorm";

import { likeText, type Partner, partnerById } from "../partners/index.js";
import { ofEach } from "../platform/database/of-each.js";
import type {
  CountedConnection,
  Page,
} from "../platform/graphql/connection.js";
import { connection, emptyConnection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows, holds } from "../platform/permission/allows.js";
import { binding, render } from "../platform/permission/render.js";
import { LoanRequest } from "./loan-request.js";
import { Resource } from "./resource.js";
import type { ResourceFilter } from "./resource-filter.js";
import { loanPolicy, resourcePolicy } from "./resources.policy.js";

/** Nobody answers more at once. */
const MOST = 100;

function readableCentre(context: Context): string | null {
  const { centreId } = context.actor;
  return centreId && holds(resourcePolicy.read, context.actor, { centreId })
    ? centreId
    : null;
}

export const resourceById = loader<string, Resource | null>(
  async (context, ids) => {
    const centreId = readableCentre(context);
    if (!centreId) return ids.map(() => null);
    const resources = await context.reads.ask((manager) =>
      manager.getRepository(Resource).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(ids, resources, (resource) => resource.id);
  },
);

/** Of whoever is in the network now; who keeps it sees her own before and after, too. */
function isListed(
  { actor }: Context,
  owner: Partner | null,
  resource: Resource,
): boolean {
  return (
    owner?.status === "ACTIVE" ||
    allows(resourcePolicy.keepOwn, actor, resource)
  );
}

/** Those that are not withdrawn, by name. */
export const resourcesOfPartner = loader<string, Resource[]>(
  async (context, partnerIds) => {
    const centreId = readableCentre(context);
    if (!centreId) return partnerIds.map(() => []);
    const resources = await context.reads.ask((manager) =>
      ofEach(manager, Resource, {
        centreId,
        of: "partnerId",
        ids: partnerIds,
        order: { name: "ASC", id: "ASC" },
        most: MOST,
        where: "state <> 'WITHDRAWN'",
      }),
    );
    const owners = await Promise.all(
      resources.map(({ partnerId }) => context.load(partnerById, partnerId)),
    );
    return grouped(
      partnerIds,
      resources.filter((resource, n) =>
        isListed(context, owners[n] ?? null, resource),
      ),
      (resource) => resource.partnerId,
    );
  },
);

/** By name, without those that are withdrawn or of somebody who is not in the network now. */
export async function resourcesVisibleTo(
  context: Context,
  filter: ResourceFilter | null,
  page: Page,
): Promise<CountedConnection<Resource>> {
  const centreId = readableCentre(context);
  if (!centreId) return emptyConnection();
  const ofOwn = holds(resourcePolicy.keepOwn, context.actor, {
    centreId,
    partnerId: "partnerId" in context.actor ? context.actor.partnerId : "",
  });
  const { values, bind } = binding();
  const own = bind(
    ofOwn && "partnerId" in context.actor ? context.actor.partnerId : null,
  );
  // only what was asked for stands in the statement, so that it is planned once
  const where = `from resource r join partner p on p.centre_id = r.centre_id and p.id = r.partner_id where ${[
    `r.centre_id = ${bind(centreId)} and r.state <> 'WITHDRAWN' and (p.status = 'ACTIVE' or r.partner_id = ${own}::uuid)`,
    filter?.text?.trim() &&
      `r.search like '%' || folded(${bind(likeText(filter.text))}) || '%'`,
    filter?.kinds && `r.kind = any(${bind(filter.kinds)})`,
    filter?.partnerId &&
      `r.partner_id = ${bind(fromGlobalId("Partner", filter.partnerId))}`,
    filter?.lendable && "r.lendable and r.state = 'OFFERED'",
  ]
    .filter(Boolean)
    .join(" and ")}`;
  const counted = [...values];
  const beyond = page.after
    ? `and (folded(r.name), r.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await context.reads.rows<{ id: string; sort: string }>(
    `select r.id, folded(r.name) as sort ${where} ${beyond}
     order by folded(r.name), r.id limit ${String(page.first + 1)}`,
    values,
  );
  const resources = await Promise.all(
    rows.map((row) => context.load(resourceById, row.id)),
  );
  return {
    ...connection(
      rows,
      page,
      (row) => [row.sort, row.id],
      (row) => {
        const resource = resources.find((found) => found?.id === row.id);
        if (!resource) throw new Error("a listed resource is not to be read");
        return resource;
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

export const loanById = loader<string, LoanRequest | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => null);
    const loans = await context.reads.ask((manager) =>
      manager.getRepository(LoanRequest).findBy({ centreId, id: In([...ids]) }),
    );
    return inOrder(
      ids,
      loans.filter((loan) => allows(loanPolicy.read, context.actor, loan)),
      (loan) => loan.id,
    );
  },
);

/** What waits for an answer first, then what is out, then what is over; of each the latest first. */
export async function loansVisibleTo(context: Context): Promise<LoanRequest[]> {
  const { where, parameters } = seenLoans(context);
  const rows = await context.reads.rows<{ id: string }>(
    `select l.id ${where}
     order by case l.state when 'ASKED' then 0 when 'AGREED' then 1 else 2 end, l.asked_at desc, l.id limit ${String(MOST)}`,
    parameters,
  );
  const loans = await Promise.all(
    rows.map(({ id }) => context.load(loanById, id)),
  );
  return loans.filter((loan) => loan !== null);
}

/** All of them, also those that are too many to be answered at once. */
export async function countLoans(context: Context): Promise<number> {
  const { where, parameters } = seenLoans(context);
  const [counted] = await context.reads.rows<{ count: string }>(
    `select count(*) ${where}`,
    parameters,
  );
  return Number(counted?.count ?? 0);
}

function seenLoans({ actor }: Context): {
  where: string;
  parameters: unknown[];
} {
  const parameters: unknown[] = [actor.centreId];
  const seen = render(
    loanPolicy.read,
    actor,
    (value) => `$${String(parameters.push(value))}`,
    "l",
  );
  return {
    where: `from loan_request l where l.centre_id = $1 and ${seen}`,
    parameters,
  };
}
