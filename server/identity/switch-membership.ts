// Acting as somebody else: the same account for another organisation or centre, in a session of its own.
import { Field, ID, InputType, createUnionType } from "type-graphql";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { authenticate } from "./authenticate.js";
import { expiryFrom, hashOf, newToken } from "./session.js";
import { SignedIn } from "./sign-in.js";

@InputType({ description: "What the viewer wants to act as." })
export class SwitchMembershipInput {
  @Field(() => ID, { description: "One of `viewer.memberships`." })
  membershipId!: string;
}

export const SwitchMembershipPayload = createUnionType({
  name: "SwitchMembershipPayload",
  description: "Outcome of a switch: a new session, the old one has ended.",
  types: () => [SignedIn, InvalidInput] as const,
});

export async function switchMembership(
  context: Context,
  member: Member,
  input: SwitchMembershipInput,
): Promise<{ token: string } | InvalidInput> {
  const id = fromGlobalId("ViewerMembership", input.membershipId);
  const token = newToken();
  const moved = await inTransaction(
    context.dataSource,
    { kind: "authentication", accountId: member.accountId },
    (manager) =>
      // the token changes with the membership, so that what was open under the old one ends
      manager.query<[unknown[], number]>(
        `update session s set token_hash = $4, centre_id = g.centre_id, assignment_id = g.id,
                last_used_at = $5, expires_at = $6
         from assignment g
         where s.id = $1 and s.ended_at is null and g.id = $2 and g.account_id = $3 and g.ended_at is null`,
        [
          member.sessionId,
          id,
          member.accountId,
          hashOf(token),
          context.now,
          expiryFrom(context.now),
        ],
      ),
  );
  if (moved[1] !== 1)
    return unknownNoun(context.say, "membershipId", {
      pl: "Nie ma takiego członkostwa.",
      en: "There is no such membership.",
    });
  const now = await authenticate(context.dataSource, token, context.now);
  if (now) await context.become(now);
  context.session.keep(token);
  context.rightsChanged(member.accountId);
  return { token };
}
