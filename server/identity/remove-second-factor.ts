// The second factor is given up by its owner where no role of hers asks for it, or taken off by the operator for who lost phone and paper.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import type { Context } from "../platform/graphql/context.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import { unbindIdentities } from "./link-identity.js";
import { endAllSessions, recordRights } from "./lock-account.js";
import { forOwnAccount } from "./own-account.js";
import { showsItIsHer } from "./own-password.js";
import { SecondFactor } from "./second-factor.js";
import { isSecondFactorNeeded } from "./second-factor.reads.js";
import { Session } from "./session.js";
import { writeSignInLetter } from "./sign-in-letter.js";
import { useCode } from "./use-code.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "Gives the second factor up." })
export class RemoveSecondFactorInput {
  @Field(() => String, {
    description: "What the app shows now, or a recovery code.",
  })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Hers; asked for where she signed in more than 15 minutes ago.",
  })
  password?: string | null;
}

@ObjectType({ description: "From now on the password alone opens." })
export class SecondFactorRemoved {
  @Field(() => Viewer, { description: "The viewer, as kept." })
  viewer!: Viewer;
}

export const RemoveSecondFactorPayload = createUnionType({
  name: "RemoveSecondFactorPayload",
  description: "Outcome of giving the second factor up.",
  types: () => [SecondFactorRemoved, InvalidInput] as const,
});

export async function removeSecondFactor(
  context: Context,
  member: Member,
  { code, password }: RemoveSecondFactorInput,
): Promise<InvalidInput | null> {
  const isFree = !(await isSecondFactorNeeded(context, member));
  const problem = new InputCheck(context.say).that(isFree, "code", {
    pl: "Twoja rola wymaga drugiego składnika. Możesz go przenieść na nowy telefon.",
    en: "Your role needs a second factor. You can move it to a new phone.",
  }).problem;
  const wrong =
    problem ??
    (await showsItIsHer(context, member, password)) ??
    (await useCode(context, member.accountId, code));
  if (wrong) return wrong;
  await forOwnAccount(context, member, (work) =>
    takeOff(work, member.accountId, "SecondFactorRemoved"),
  );
  return null;
}

/** For who lost phone and paper, asked for in person: all sessions end, and a role that asks for one sets up a new one. */
export async function resetSecondFactor(
  work: Work,
  accountId: string,
): Promise<void> {
  await takeOff(work, accountId, "SecondFactorReset");
  await unbindIdentities(work, accountId);
  await endAllSessions(work, accountId);
}

async function takeOff(
  work: Work,
  accountId: string,
  type: string,
): Promise<void> {
  await work.manager.getRepository(SecondFactor).delete({ accountId });
  // a session that was opened by two counts as opened by one from here on
  await work.manager
    .getRepository(Session)
    .update({ accountId, endedAt: IsNull() }, { secondFactorAt: null });
  recordRights(work, accountId, type);
  await writeSignInLetter(work, accountId, "second-factor-removed");
}
