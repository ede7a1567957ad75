// Reads of centres, the viewer's memberships and sessions.
import { In } from "typeorm";

import type { Context } from "../platform/graphql/context.js";
import { inOrder, loader } from "../platform/graphql/loader.js";
import type { Member } from "../platform/permission/actor.js";
import { Account } from "./account.js";
import { Centre } from "./centre.js";
import type { Role } from "./role.js";
import { Session } from "./session.js";
import { Viewer, ViewerMembership } from "./viewer.js";

export const centreById = loader<string, Centre | null>(
  async (context, ids) => {
    const centres = await context.reads.ask((manager) =>
      manager.getRepository(Centre).findBy({ id: In([...ids]) }),
    );
    return inOrder(ids, centres, (centre) => centre.id);
  },
);

/**
 * The centre that the actor is in. A visitor enters the one asked for, one in an operation; everybody else
 * finds no centre but the own.
 */
export async function findCentreVisibleTo(
  context: Context,
  id: string,
): Promise<Centre | null> {
  const { actor } = context;
  if (actor.kind === "visitor" && actor.centreId === null) {
    await context.become({ kind: "visitor", centreId: id });
    const centre = await context.load(centreById, id);
    if (!centre) await context.become(actor);
    return centre;
  }
  return actor.centreId === id ? context.load(centreById, id) : null;
}

export async function viewerOf(
  context: Context,
  member: Member,
): Promise<Viewer> {
  const account = await context.reads.ask((manager) =>
    manager.getRepository(Account).findOneByOrFail({ id: member.accountId }),
  );
  return Object.assign(new Viewer(), {
    member,
    name: account.name,
    email: account.email,
  });
}

interface MembershipRow {
  id: string;
  centre_id: string;
  partner_id: string;
  roles: Role[];
  centre_name: string;
  partner_name: string;
}

/** All that the account may act as, in any centre. */
export async function membershipsOf(
  context: Context,
  member: Member,
): Promise<ViewerMembership[]> {
  const rows = await context.reads.rows<MembershipRow>(
    `select g.id, g.centre_id, g.partner_id, g.roles, c.name as centre_name, p.name as partner_name
     from assignment g
     join centre c on c.id = g.centre_id
     join partner p on p.centre_id = g.centre_id and p.id = g.partner_id
     where g.account_id = $1 and g.ended_at is null and g.locked_at is null
     order by c.name, p.name, g.id limit 100`,
    [member.accountId],
  );
  return rows.map((row) =>
    Object.assign(new ViewerMembership(), {
      assignmentId: row.id,
      centreId: row.centre_id,
      partnerId: row.partner_id,
      roles: row.roles,
      centreName: row.centre_name,
      partnerName: row.partner_name,
      current: row.id === member.assignmentId,
    }),
  );
}

/** The viewer's own; those of others are as if they were not. */
export const sessionById = loader<string, Session | null>(
  async (context, ids) => {
    const { actor } = context;
    if (actor.kind !== "member") return ids.map(() => null);
    const { accountId } = actor;
    const sessions = await context.reads.ask((manager) =>
      manager
        .getRepository(Session)
        .findBy({ id: In([...ids]), accountId, halfOpen: false }),
    );
    return inOrder(ids, sessions, (session) => session.id);
  },
);

export function sessionsOf(
  context: Context,
  member: Member,
): Promise<Session[]> {
  return context.reads.ask((manager) =>
    manager
      .getRepository(Session)
      .createQueryBuilder("s")
      .where("s.accountId = :accountId and s.endedAt is null", member)
      .andWhere("not s.halfOpen")
      .andWhere("s.expiresAt > :now", { now: context.now })
      .orderBy("s.startedAt", "DESC")
      .take(100)
      .getMany(),
  );
}
