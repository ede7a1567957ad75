// Somebody whose duties are to change, found inside a work: locked, and hers to change who asks.
import type { Work } from "../events/index.js";
import { Assignment, authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import { findHousehold, oneAtATime, unknownAssignee } from "./household.js";
import type { Household } from "./people.policy.js";
import { peoplePolicy, rolesToGive, roleThatStays } from "./people.policy.js";
import { standingOf } from "./standing.js";

export interface FoundAssignee {
  assignment: Assignment;
  household: Household;
}

export async function findAssignee(
  work: Work,
  globalId: string,
): Promise<FoundAssignee | InvalidInput> {
  const member = signedIn(work);
  const { centreId } = work;
  const id = fromGlobalId("Assignee", globalId);
  const assignments = work.manager.getRepository(Assignment);
  const seen = await assignments.findOneBy({ centreId, id });
  if (!seen || !allows(peoplePolicy.read, member, seen))
    return unknownAssignee(work);
  const household = await findHousehold(work, seen.partnerId);
  if (!household) return unknownAssignee(work);
  authorize(work, peoplePolicy.keep, household);
  await oneAtATime(work, seen);
  // of two who act on each other the second has lost what she began with
  const now = await standingOf(work, member.accountId, member.partnerId);
  authorize({ actor: now, say: work.say }, peoplePolicy.keep, household);
  const assignment = await assignments.findOneBy({ centreId, id });
  if (!assignment || assignment.endedAt) return unknownAssignee(work);
  const givable = rolesToGive(now, household);
  const problem = new InputCheck(work.say)
    .that(assignment.accountId !== member.accountId, "assigneeId", {
      pl: "Własnych obowiązków nie zmienia się samemu. Poproś drugą osobę.",
      en: "Nobody changes her own duties. Ask somebody else.",
    })
    .that(
      assignment.roles.every((role) => givable.includes(role)),
      "assigneeId",
      {
        pl: "Obowiązki tej osoby zmienia administrator techniczny centrum.",
        en: "The duties of this person are changed by the centre's technical administrator.",
      },
    ).problem;
  return problem ?? { assignment, household };
}

/** Whether somebody else remains who can let people in; where an organisation has left, nobody has to. */
export async function leavesSuccessor(
  work: Work,
  { assignment, household }: FoundAssignee,
): Promise<boolean> {
  const role = roleThatStays(household);
  if (household.hasLeft || !assignment.roles.includes(role)) return true;
  const others = await work.rows(
    `select from assignment g join account a on a.id = g.account_id and a.status = 'ACTIVE'
     where g.centre_id = $1 and g.partner_id = $2 and g.id <> $3 and g.ended_at is null and g.locked_at is null
       and $4 = any(g.roles) limit 1`,
    [work.centreId, household.partnerId, assignment.id, role],
  );
  return others.length > 0;
}

export function lastOne(work: Work): InvalidInput {
  return (
    new InputCheck(work.say).that(false, "assigneeId", {
      pl: "To ostatnia osoba, która może tu zapraszać innych. Najpierw nadaj ten obowiązek komuś jeszcze.",
      en: "This is the last person who can let others in here. Give this duty to somebody else first.",
    }).problem ?? unknownAssignee(work)
  );
}
