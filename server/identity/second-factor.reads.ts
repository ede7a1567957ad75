// Reads of the own second factor: whether there is one, and whether a role of hers asks for it.
import type { EntityManager } from "typeorm";

import type { Context } from "../platform/graphql/context.js";
import type { Member } from "../platform/permission/actor.js";
import { needsSecondFactor } from "./role.js";
import { SecondFactor } from "./second-factor.js";

/** Null before the first one was confirmed. */
export async function secondFactorOf(
  context: Context,
  { accountId }: Member,
): Promise<SecondFactor | null> {
  const factor = await context.reads.ask((manager) =>
    manager.getRepository(SecondFactor).findOneBy({ accountId }),
  );
  return factor?.secret ? factor : null;
}

export async function hasSecondFactor(
  manager: EntityManager,
  accountId: string,
): Promise<boolean> {
  const factor = await manager
    .getRepository(SecondFactor)
    .findOneBy({ accountId });
  return Boolean(factor?.secret);
}

/** In any centre that the account acts in. */
export async function isSecondFactorNeeded(
  context: Context,
  { accountId }: Member,
): Promise<boolean> {
  const rows = await context.reads.rows<{ roles: string[]; is_demo: boolean }>(
    `select g.roles, c.is_demo from assignment g join centre c on c.id = g.centre_id
     where g.account_id = $1 and g.ended_at is null`,
    [accountId],
  );
  return rows.some(({ roles, is_demo: isDemo }) =>
    needsSecondFactor(roles, { isDemo }),
  );
}
