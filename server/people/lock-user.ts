// Somebody is locked out of an organisation, at once, and let in again; her roles stay on record.
import { Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { Assignment } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { changedUser, endSessionsOf } from "./changed-user.js";
import { findUser } from "./find-user.js";
import type { PartnerUser } from "./partner-user.js";

@InputType({ description: "Who is locked out." })
export class LockUserInput {
  @Field(() => ID, { description: "One of the organisation's `users`." })
  userId!: string;
}

@InputType({ description: "Who is let in again." })
export class UnlockUserInput {
  @Field(() => ID, { description: "One of the organisation's `users`." })
  userId!: string;
}

export function lockUser(
  work: Work,
  { userId }: LockUserInput,
): Promise<PartnerUser | InvalidInput> {
  return setLock(work, userId, true);
}

export function unlockUser(
  work: Work,
  { userId }: UnlockUserInput,
): Promise<PartnerUser | InvalidInput> {
  return setLock(work, userId, false);
}

/** Also the last one: a lost device does not wait for a successor. */
async function setLock(
  work: Work,
  userId: string,
  isLocked: boolean,
): Promise<PartnerUser | InvalidInput> {
  const found = await findUser(work, userId);
  if (found instanceof InvalidInput) return found;
  const { assignment } = found;
  const { centreId, id, accountId, partnerId } = assignment;
  await work.manager
    .getRepository(Assignment)
    .update({ centreId, id }, { lockedAt: isLocked ? work.now : null });
  if (isLocked) await endSessionsOf(work, assignment);
  work.record({
    type: isLocked ? "UserLocked" : "UserUnlocked",
    topic: "RIGHTS",
    subjectId: id,
    partnerId,
    facts: { accountId },
  });
  return changedUser(work, assignment);
}
