// Somebody no longer acts for an organisation: all her roles there end, and what is signed in on them.
import { Field, ID, InputType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { Assignment } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Assignee } from "./assignee.js";
import { recordRole } from "./change-duties.js";
import { changedAssignee, endSessionsOf } from "./changed-assignee.js";
import { findAssignee, lastOne, leavesSuccessor } from "./find-assignee.js";
import { oneAtATime } from "./household.js";

@InputType({ description: "Who no longer acts for the organisation." })
export class EndDutiesInput {
  @Field(() => ID, { description: "One of the organisation's `assignees`." })
  assigneeId!: string;
}

export async function endDuties(
  work: Work,
  input: EndDutiesInput,
): Promise<Assignee | InvalidInput> {
  const found = await findAssignee(work, input.assigneeId);
  if (found instanceof InvalidInput) return found;
  if (!(await leavesSuccessor(work, found))) return lastOne(work);
  const { assignment } = found;
  // read before: who has left is nobody's to read
  const assignee = await changedAssignee(work, assignment);
  await endAssignment(work, assignment);
  return Object.assign(assignee, {
    state: "ENDED" as const,
    viewerCanChange: false,
  });
}

async function endAssignment(
  work: Work,
  assignment: Assignment,
): Promise<void> {
  const { centreId, id } = assignment;
  await endSessionsOf(work, assignment);
  await work.manager
    .getRepository(Assignment)
    .update({ centreId, id }, { endedAt: work.now });
  for (const role of assignment.roles)
    recordRole(work, assignment, "RoleTaken", role);
}

/** Everybody of an organisation; in the system's name. */
export async function endAllDuties(
  work: Work,
  partnerId: string,
): Promise<void> {
  const { centreId } = work;
  await oneAtATime(work, { partnerId });
  const assignments = await work.manager
    .getRepository(Assignment)
    .findBy({ centreId, partnerId, endedAt: IsNull() });
  for (const assignment of assignments) await endAssignment(work, assignment);
}
