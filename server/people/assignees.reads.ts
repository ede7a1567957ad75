// Reads of the people of an organisation: who acts for it, who was asked in, and what the viewer may do about it.
import { In, IsNull } from "typeorm";

import type { Role } from "../identity/index.js";
import { centreById } from "../identity/index.js";
import type { Partner } from "../partners/index.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { Assignee } from "./assignee.js";
import { Invitation } from "./invitation.js";
import { peoplePolicy, rolesToGive } from "./people.policy.js";

/** Nobody's list is longer; an organisation with more people has several entries. */
const MOST = 500;

interface AssigneeRow {
  id: string;
  account_id: string;
  partner_id: string;
  name: string;
  email: string;
  roles: Role[];
  started_at: Date;
  is_locked: boolean;
  used_on: string | null;
}

export const ASSIGNEE_COLUMNS = `
  g.id, g.account_id, g.partner_id, a.name, a.email, g.roles, g.started_at,
  (g.locked_at is not null or a.status = 'LOCKED') as is_locked`;

export function assigneeOf(
  row: Omit<AssigneeRow, "used_on"> & { used_on?: string | null },
  viewerCanChange: boolean,
): Assignee {
  return Object.assign(new Assignee(), {
    assignmentId: row.id,
    accountId: row.account_id,
    partnerId: row.partner_id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    state: row.is_locked ? "LOCKED" : "ACTIVE",
    since: row.started_at,
    lastUsedOn: row.used_on ?? null,
    viewerCanChange,
  });
}

function readable(context: Context, partnerIds: readonly string[]): string[] {
  const { centreId } = context.actor;
  if (!centreId) return [];
  return partnerIds.filter((partnerId) =>
    allows(peoplePolicy.read, context.actor, { centreId, partnerId }),
  );
}

export const assigneesOfPartner = loader<string, Assignee[]>(
  async (context, partnerIds) => {
    const { centreId } = context.actor;
    const ids = readable(context, partnerIds);
    if (ids.length === 0) return partnerIds.map(() => []);
    const rows = await context.reads.rows<AssigneeRow>(
      `with assignees as (
         select * from (
           select ${ASSIGNEE_COLUMNS},
             row_number() over (partition by g.partner_id order by folded(a.name), g.id) as place
           from assignment g join account a on a.id = g.account_id
           where g.centre_id = $1 and g.partner_id = any($2) and g.ended_at is null) numbered
         where place <= ${String(MOST)})
       select u.*, to_char(d.used_on, 'YYYY-MM-DD') as used_on from assignees u
       left join assignments_used(array(select id from assignees)) d on d.assignment_id = u.id
       order by folded(u.name), u.id`,
      [centreId, ids],
    );
    const givable = new Map<string, readonly Role[]>();
    for (const id of ids) givable.set(id, await givableAt(context, id));
    return grouped(partnerIds, rows, (row) => row.partner_id).map((assignees) =>
      assignees.map((row) =>
        assigneeOf(
          row,
          mayChange(context, row, givable.get(row.partner_id) ?? []),
        ),
      ),
    );
  },
);

/** Nobody changes her own duties, and nobody those that she could not give. */
function mayChange(
  { actor }: Context,
  { account_id, roles }: Pick<AssigneeRow, "account_id" | "roles">,
  givable: readonly Role[],
): boolean {
  return (
    actor.kind === "member" &&
    actor.accountId !== account_id &&
    roles.every((role) => givable.includes(role))
  );
}

export const invitationsOfPartner = loader<string, Invitation[]>(
  async (context, partnerIds) => {
    const { centreId } = context.actor;
    const ids = readable(context, partnerIds);
    if (!centreId || ids.length === 0) return partnerIds.map(() => []);
    const waiting = await context.reads.ask((manager) =>
      manager.getRepository(Invitation).find({
        where: {
          centreId,
          partnerId: In(ids),
          acceptedAt: IsNull(),
          withdrawnAt: IsNull(),
        },
        order: { invitedAt: "DESC", id: "ASC" },
        take: MOST,
      }),
    );
    return grouped(partnerIds, waiting, (row) => row.partnerId);
  },
);

async function givableAt(
  context: Context,
  partnerId: string,
): Promise<readonly Role[]> {
  const { actor } = context;
  if (actor.kind !== "member") return [];
  const centre = await context.load(centreById, actor.centreId);
  return rolesToGive(actor, {
    centreId: actor.centreId,
    partnerId,
    isHub: centre?.hubPartnerId === partnerId,
  });
}

/** Into an organisation that has left nobody is asked any more. */
export async function rolesViewerCanGive(
  context: Context,
  { id, status }: Partner,
): Promise<readonly Role[]> {
  return status === "FORMER" ? [] : givableAt(context, id);
}
