// Which invitations still are worth something: no more than the right of who sent them, as she stands now.
import type { EntityManager } from "typeorm";

import type { Role } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";
import { loader } from "../platform/graphql/loader.js";
import { rolesToGive } from "./people.policy.js";
import { standingWith } from "./standing.js";

interface SentRow {
  id: string;
  partner_id: string;
  is_hub: boolean;
  given: Role[];
  invited_by: string;
  invited_from: string;
  assignment_id: string | null;
  name: string | null;
  roles: string[] | null;
}

/** @param manager in the system's name: who reads an invitation may not know its sender */
export async function stillGiven(
  manager: EntityManager,
  centreId: string,
  invitationIds: readonly string[],
): Promise<Set<string>> {
  const rows = await manager.query<SentRow[]>(
    `select i.id, i.partner_id, c.hub_partner_id is not distinct from i.partner_id as is_hub, i.roles as given,
       i.invited_by, i.invited_from, g.id as assignment_id, a.name, g.roles
     from invitation i
     join centre c on c.id = i.centre_id
     join partner p on p.centre_id = i.centre_id and p.id = i.partner_id and p.status <> 'FORMER'
     left join account a on a.id = i.invited_by and a.status = 'ACTIVE'
     left join assignment g on g.centre_id = i.centre_id and g.account_id = a.id and g.partner_id = i.invited_from
       and g.ended_at is null and g.locked_at is null
     where i.centre_id = $1 and i.id = any($2)`,
    [centreId, invitationIds],
  );
  const worth = rows.filter((row) => {
    const { partner_id: partnerId, is_hub: isHub } = row;
    const sender = standingWith(centreId, row.invited_by, row.invited_from, {
      id: row.assignment_id ?? "",
      name: row.name ?? "",
      roles: row.roles ?? [],
    });
    const givable = rolesToGive(sender, { centreId, partnerId, isHub });
    return row.given.every((role) => givable.includes(role));
  });
  return new Set(worth.map(({ id }) => id));
}

export const invitationStillGiven = loader<string, boolean>(
  async ({ actor: { centreId }, dataSource }, ids) => {
    if (!centreId) return ids.map(() => false);
    const worth = await inTransaction(
      dataSource,
      { kind: "system", centreId },
      (manager) => stillGiven(manager, centreId, ids),
    );
    return ids.map((id) => worth.has(id));
  },
);
