// Somebody no longer acts for an organisation: all her roles there end, and what is signed in on them.
import { Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { Assignment } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import type { Assignee } from "./assignee.js";
import { recordRole } from "./change-duties.js";
import { changedAssignee, endSessionsOf } from "./changed-assignee.js";
import { findAssignee, lastOne, leavesSuccessor } from "./find-assignee.js";

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
  const { centreId, id } = assignment;
  // read before: who has left is nobody's to read
  const assignee = await changedAssignee(work, assignment);
  await endSessionsOf(work, assignment);
  await work.manager
    .getRepository(Assignment)
    .update({ centreId, id }, { endedAt: work.now });
  for (const role of assignment.roles)
    recordRole(work, assignment, "RoleTaken", role);
  return Object.assign(assignee, {
    state: "ENDED" as const,
    viewerCanChange: false,
  });
}
