// Somebody is locked out of an organisation, at once, and let in again; her roles stay on record.
import { Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { Assignment } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Assignee } from "./assignee.js";
import { changedAssignee, endSessionsOf } from "./changed-assignee.js";
import { findAssignee } from "./find-assignee.js";

@InputType({ description: "Who is locked out." })
export class LockAssigneeInput {
  @Field(() => ID, { description: "One of the organisation's `assignees`." })
  assigneeId!: string;
}

@InputType({ description: "Who is let in again." })
export class UnlockAssigneeInput {
  @Field(() => ID, { description: "One of the organisation's `assignees`." })
  assigneeId!: string;
}

export function lockAssignee(
  work: Work,
  { assigneeId }: LockAssigneeInput,
): Promise<Assignee | InvalidInput> {
  return setLock(work, assigneeId, true);
}

export function unlockAssignee(
  work: Work,
  { assigneeId }: UnlockAssigneeInput,
): Promise<Assignee | InvalidInput> {
  return setLock(work, assigneeId, false);
}

/** Also the last one: a lost device does not wait for a successor. */
async function setLock(
  work: Work,
  assigneeId: string,
  isLocked: boolean,
): Promise<Assignee | InvalidInput> {
  const found = await findAssignee(work, assigneeId);
  if (found instanceof InvalidInput) return found;
  const { assignment } = found;
  const { centreId, id, accountId, partnerId } = assignment;
  await work.manager
    .getRepository(Assignment)
    .update({ centreId, id }, { lockedAt: isLocked ? work.now : null });
  if (isLocked) await endSessionsOf(work, assignment);
  work.record({
    type: isLocked ? "AssigneeLocked" : "AssigneeUnlocked",
    topic: "RIGHTS",
    subjectId: id,
    partnerId,
    facts: { accountId },
  });
  return changedAssignee(work, assignment);
}
