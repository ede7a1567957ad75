// Acting as somebody else: the same account for another organisation or centre, in a session of its own.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";
import { IsNull } from "typeorm";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { Assignment } from "./assignment.js";
import { authenticate } from "./authenticate.reads.js";
import { expiryFrom, hashOf, newToken, Session } from "./session.js";
import { SignedIn } from "./sign-in.js";
import { recordSignedIn } from "./sign-in-record.js";

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
    async (manager) => {
      const assignment = await manager.getRepository(Assignment).findOneBy({
        id,
        accountId: member.accountId,
        endedAt: IsNull(),
        lockedAt: IsNull(),
      });
      if (!assignment) return false;
      // the old session ends with all that is open under it, sockets too
      const sessions = manager.getRepository(Session);
      const old = await sessions.findOneBy({ id: member.sessionId });
      const { affected } = await sessions.update(
        { id: member.sessionId, endedAt: IsNull() },
        { endedAt: context.now },
      );
      if (!old || affected !== 1) return false;
      await sessions.insert({
        id: randomUUID(),
        tokenHash: hashOf(token),
        accountId: member.accountId,
        centreId: assignment.centreId,
        assignmentId: assignment.id,
        device: context.session.device.slice(0, 200),
        startedAt: old.startedAt,
        lastUsedAt: context.now,
        expiresAt: expiryFrom(old.startedAt, context.now),
        endedAt: null,
        halfOpen: false,
        secondFactorAt: old.secondFactorAt,
      });
      await recordSignedIn(manager, context, {
        accountId: member.accountId,
        centreId: assignment.centreId,
        assignmentId: assignment.id,
      });
      return true;
    },
  );
  if (!moved)
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
