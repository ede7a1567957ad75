// Somebody's roles in an organisation become others; what she loses she loses at once, on open screens too.
import { Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { Assignment, Role, signedIn } from "../identity/index.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type { Assignee } from "./assignee.js";
import { changedAssignee } from "./changed-assignee.js";
import { findAssignee, lastOne, leavesSuccessor } from "./find-assignee.js";
import { rolesToGive, roleThatStays } from "./people.policy.js";

@InputType({ description: "Who gets which roles from now on." })
export class ChangeDutiesInput {
  @Field(() => ID, { description: "One of the organisation's `assignees`." })
  assigneeId!: string;

  @Field(() => [Role], {
    description:
      "All that she will have, at least one; to take all: endDuties.",
  })
  roles!: Role[];
}

export async function changeDuties(
  work: Work,
  input: ChangeDutiesInput,
): Promise<Assignee | InvalidInput> {
  const found = await findAssignee(work, input.assigneeId);
  if (found instanceof InvalidInput) return found;
  const { assignment, household } = found;
  const roles = [...new Set(input.roles)];
  const givable = rolesToGive(signedIn(work), household);
  const problem = new InputCheck(work.say).that(
    roles.length > 0 && roles.every((role) => givable.includes(role)),
    "roles",
    {
      pl: "Wybierz co najmniej jeden z obowiązków, które możesz tu nadać.",
      en: "Choose at least one of the roles that you can give here.",
    },
  ).problem;
  if (problem) return problem;
  if (
    !roles.includes(roleThatStays(household)) &&
    !(await leavesSuccessor(work, found))
  )
    return lastOne(work);
  const { centreId, id } = assignment;
  await work.manager
    .getRepository(Assignment)
    .update({ centreId, id }, { roles });
  for (const role of roles.filter((one) => !assignment.roles.includes(one)))
    recordRole(work, assignment, "RoleGranted", role);
  for (const role of assignment.roles.filter((one) => !roles.includes(one)))
    recordRole(work, assignment, "RoleTaken", role);
  return changedAssignee(work, assignment);
}

export function recordRole(
  work: Work,
  { id, accountId, partnerId }: Assignment,
  type: "RoleGranted" | "RoleTaken",
  role: Role,
): void {
  work.record({
    type,
    topic: "RIGHTS",
    subjectId: id,
    partnerId,
    facts: { accountId, role },
  });
}
