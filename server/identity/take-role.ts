// A role is taken away; with the last one the assignment ends, and with it what is signed in on it.
import { IsNull } from "typeorm";

import type { Work } from "../events/index.js";
import { Assignment } from "./assignment.js";
import type { Role } from "./role.js";
import { Session } from "./session.js";

/** @returns whether the account had the role there */
export async function takeRole(
  work: Work,
  accountId: string,
  partnerId: string,
  role: Role,
): Promise<boolean> {
  const { centreId, now } = work;
  const assignments = work.manager.getRepository(Assignment);
  const open = await assignments.findOneBy({
    centreId,
    accountId,
    partnerId,
    endedAt: IsNull(),
  });
  if (!open?.roles.includes(role)) return false;
  const roles = open.roles.filter((one) => one !== role);
  const isLast = roles.length === 0;
  await assignments.update(
    { centreId, id: open.id },
    isLast ? { endedAt: now } : { roles },
  );
  if (isLast)
    await work.manager
      .getRepository(Session)
      .update(
        { centreId, assignmentId: open.id, endedAt: IsNull() },
        { endedAt: now },
      );
  work.record({
    type: "RoleTaken",
    topic: "RIGHTS",
    subjectId: open.id,
    partnerId,
    facts: { accountId, role },
  });
  return true;
}
