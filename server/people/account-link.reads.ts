// Reads of links: by the row that a token names, before anybody is signed in.
import type { EntityManager } from "typeorm";

import { Account } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { AccountLinkKind } from "./account-link.js";
import { AccountLink } from "./account-link.js";
import { Invitation } from "./invitation.js";
import { PasswordReset } from "./password-reset.js";
import { stillGiven } from "./still-given.reads.js";

interface Found {
  invitation: Invitation | null;
  reset: PasswordReset | null;
  /** Of the invited address, or the one whose password was forgotten. */
  account: Account | null;
}

/** Null where the text is no link of ours. */
export async function findLink(
  context: Context,
  token: string,
): Promise<Found | null> {
  const id = context.keys.idIn("account-link", token);
  if (!id) return null;
  return inTransaction(
    context.dataSource,
    { kind: "authentication" },
    async (manager) => {
      const invitation = await manager
        .getRepository(Invitation)
        .findOneBy({ id });
      const reset = await manager
        .getRepository(PasswordReset)
        .findOneBy({ id });
      if (!invitation && !reset) return null;
      return {
        invitation,
        reset,
        account: await accountOf(manager, invitation, reset),
      };
    },
  );
}

async function accountOf(
  manager: EntityManager,
  invitation: Invitation | null,
  reset: PasswordReset | null,
): Promise<Account | null> {
  const accounts = manager.getRepository(Account);
  if (invitation?.email) return accounts.findOneBy({ email: invitation.email });
  if (reset?.accountId) return accounts.findOneBy({ id: reset.accountId });
  return null;
}

export async function accountLinkBehind(
  context: Context,
  token: string,
): Promise<AccountLink | null> {
  const found = await findLink(context, token);
  if (!found) return null;
  const { invitation, reset, account } = found;
  if (reset)
    return linkOf("PASSWORD_RESET", {
      state: reset.stateAt(context.now),
    });
  if (!invitation) return null;
  const state = invitation.stateAt(context.now);
  if (state !== "OPEN") return linkOf("INVITATION", { state });
  const { centreId, id, partnerId } = invitation;
  const { isGiven, names } = await inTransaction(
    context.dataSource,
    { kind: "system", centreId },
    async (manager) => {
      const [names] = await manager.query<
        { centre: string; partner: string }[]
      >(
        `select c.name as centre, p.name as partner from partner p join centre c on c.id = p.centre_id
         where p.centre_id = $1 and p.id = $2`,
        [centreId, partnerId],
      );
      const given = await stillGiven(manager, centreId, [id]);
      return { isGiven: given.has(id), names };
    },
  );
  if (!isGiven) return linkOf("INVITATION", { state: "WITHDRAWN" });
  return linkOf("INVITATION", {
    state,
    centreName: names?.centre ?? null,
    partnerName: names?.partner ?? null,
    roles: invitation.roles,
    email: invitation.email,
    hasPassword: account !== null,
  });
}

function linkOf(
  kind: AccountLinkKind,
  told: Partial<AccountLink>,
): AccountLink {
  return Object.assign(new AccountLink(), {
    kind,
    centreName: null,
    partnerName: null,
    roles: [],
    email: null,
    hasPassword: false,
    ...told,
  });
}
