// The payload of every change of somebody's duties, and what follows from it for her open devices.
import { createUnionType } from "type-graphql";
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import type { Assignment } from "../identity/index.js";
import { Session } from "../identity/index.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Assignee } from "./assignee.js";
import { ASSIGNEE_COLUMNS, assigneeOf } from "./assignees.reads.js";

export const ChangedAssigneePayload = createUnionType({
  name: "ChangedAssigneePayload",
  description: "Outcome of changing what somebody may here.",
  types: () => [Assignee, InvalidInput] as const,
});

export async function changedAssignee(
  work: Work,
  { id }: Assignment,
): Promise<Assignee> {
  const [row] = await work.rows<Parameters<typeof assigneeOf>[0]>(
    `select ${ASSIGNEE_COLUMNS} from assignment g join account a on a.id = g.account_id
     where g.centre_id = $1 and g.id = $2`,
    [work.centreId, id],
  );
  if (!row) throw new Error("a changed assignee is not to be read");
  return assigneeOf(row, true);
}

/** The devices that act by an assignment are signed out. */
export async function endSessionsOf(
  work: Work,
  { id }: Assignment,
): Promise<void> {
  await work.inSystemsName(async () => {
    await work.manager
      .getRepository(Session)
      .update(
        { centreId: work.centreId, assignmentId: id, endedAt: IsNull() },
        { endedAt: work.now },
      );
  });
}
