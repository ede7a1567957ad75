// An account is bound to who its owner is at another provider: by her word and her password here, and her sign-in there.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import type { Work } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Identified } from "../platform/identity-provider.js";
import type { Keys } from "../platform/keys.js";
import type { Member } from "../platform/permission/actor.js";
import { AccountIdentity, identityFingerprint } from "./account-identity.js";
import { recordRights } from "./lock-account.js";
import { forOwnAccount } from "./own-account.js";
import { showsPassword } from "./own-password.js";
import { writeSignInLetter } from "./sign-in-letter.js";
import { Viewer } from "./viewer.js";

const LINK_MINUTES = 10;

@InputType({ description: "Binds the own account to the other provider." })
export class LinkIdentityInput {
  @Field(() => String, { description: "Hers here." })
  password!: string;
}

@ObjectType({ description: "Now she signs in there, and comes back bound." })
export class IdentityLinkBegun {
  @Field(() => String, {
    description: "Path to go to; good for this session, for ten minutes.",
  })
  path!: string;
}

export const LinkIdentityPayload = createUnionType({
  name: "LinkIdentityPayload",
  description: "Outcome of asking to be bound.",
  types: () => [IdentityLinkBegun, InvalidInput] as const,
});

export async function linkIdentity(
  context: Context,
  member: Member,
  { password }: LinkIdentityInput,
): Promise<IdentityLinkBegun | InvalidInput> {
  const wrong = await showsPassword(context, member, password);
  if (wrong) return wrong;
  const { sessionId } = member;
  const until = context.now.getTime() + LINK_MINUTES * 60_000;
  const word = context.keys
    .seal("identity-provider", sessionId, String(until))
    .toString("base64url");
  return Object.assign(new IdentityLinkBegun(), {
    path: `/logowanie/oidc?polacz=${word}`,
  });
}

/** Whether it was this session that asked to be bound, and a moment ago. */
export function mayLink(
  keys: Keys,
  { sessionId }: Member,
  word: string,
  now: Date,
): boolean {
  const sealed = Buffer.from(word, "base64url");
  const until = keys.unseal("identity-provider", sessionId, sealed);
  return until !== null && Number(until) > now.getTime();
}

class BoundElsewhere extends Error {}

/** @returns false where it is bound to another account; then everything is as it was */
export async function bindIdentity(
  context: Context,
  member: Member,
  identified: Identified,
): Promise<boolean> {
  const { accountId } = member;
  const fingerprint = identityFingerprint(context.keys, identified);
  const binding = forOwnAccount(context, member, async (work) => {
    const { issuer } = identified;
    await work.manager
      .getRepository(AccountIdentity)
      .delete({ accountId, issuer });
    const bound = await work.rows(
      `insert into account_identity (fingerprint, issuer, account_id, bound_at) values ($1, $2, $3, $4)
       on conflict do nothing returning issuer`,
      [fingerprint, issuer, accountId, work.now],
    );
    // what was deleted above comes back
    if (bound.length === 0) throw new BoundElsewhere();
    recordRights(work, accountId, "IdentityLinked");
    await writeSignInLetter(work, accountId, "identity-linked");
    return true;
  });
  return binding.catch((failure: unknown) => {
    if (failure instanceof BoundElsewhere) return false;
    throw failure;
  });
}

@ObjectType({ description: "From now on she signs in by her password alone." })
export class IdentityUnlinked {
  @Field(() => Viewer, { description: "The viewer, as kept." })
  viewer!: Viewer;
}

export async function unlinkIdentity(
  context: Context,
  member: Member,
): Promise<void> {
  const { accountId } = member;
  await forOwnAccount(context, member, (work) =>
    unbindIdentities(work, accountId),
  );
}

/** Whoever had the account for a moment leaves no way in behind: also done when a password is set anew. */
export async function unbindIdentities(
  work: Work,
  accountId: string,
): Promise<void> {
  const { affected } = await work.manager
    .getRepository(AccountIdentity)
    .delete({ accountId });
  if (affected) recordRights(work, accountId, "IdentityUnlinked");
}
