// Ending a session: at once and everywhere, on open sockets too.
import { createUnionType, Field, ID, InputType } from "type-graphql";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InvalidInput, unknownNoun } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { Session } from "./session.js";

@InputType({ description: "Which of the viewer's own sessions ends." })
export class EndSessionInput {
  @Field(() => ID, { description: "One of `viewer.sessions`." })
  sessionId!: string;
}

export const EndSessionPayload = createUnionType({
  name: "EndSessionPayload",
  description: "Outcome of ending a session: the session as it ended.",
  types: () => [Session, InvalidInput] as const,
});

export async function endSession(
  context: Context,
  member: Member,
  input: EndSessionInput,
): Promise<Session | InvalidInput> {
  const id = fromGlobalId("Session", input.sessionId);
  const ended = await inTransaction(
    context.dataSource,
    member,
    async (manager) => {
      const sessions = manager.getRepository(Session);
      const session = await sessions.findOneBy({
        id,
        accountId: member.accountId,
      });
      if (session && !session.endedAt) {
        session.endedAt = context.now;
        await sessions.update({ id }, { endedAt: context.now });
      }
      return session;
    },
  );
  if (!ended)
    return unknownNoun(context.say, "sessionId", {
      pl: "Nie ma takiej sesji.",
      en: "There is no such session.",
    });
  context.rightsChanged(member.accountId);
  return ended;
}

export async function signOut(
  context: Context,
  member: Member,
): Promise<boolean> {
  await inTransaction(context.dataSource, member, (manager) =>
    manager
      .getRepository(Session)
      .update({ id: member.sessionId }, { endedAt: context.now }),
  );
  context.session.keep(null);
  context.rightsChanged(member.accountId);
  await context.become({ kind: "visitor", centreId: null });
  return true;
}
