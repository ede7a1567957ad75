// Whoever changes the people of an organisation, as she stands now: what she could do when she began may be over.
import type { Work } from "../events/index.js";
import type { Member } from "../platform/permission/actor.js";

interface Standing {
  id: string;
  name: string;
  roles: string[];
}

/** Somebody's rights at an organisation at this moment; without any, where her duties or her account are closed. */
export async function standingOf(
  work: Work,
  accountId: string,
  partnerId: string,
): Promise<Member> {
  const { centreId } = work;
  const [now] = await work.rows<Standing>(
    `select g.id, a.name, g.roles from assignment g
     join account a on a.id = g.account_id and a.status = 'ACTIVE'
     where g.centre_id = $1 and g.account_id = $2 and g.partner_id = $3 and g.ended_at is null and g.locked_at is null`,
    [centreId, accountId, partnerId],
  );
  return standingWith(centreId, accountId, partnerId, now);
}

export function standingWith(
  centreId: string,
  accountId: string,
  partnerId: string,
  now: Standing | undefined,
): Member {
  return {
    kind: "member",
    accountId,
    sessionId: "",
    assignmentId: now?.id ?? "",
    centreId,
    partnerId,
    roles: new Set(now?.roles ?? []),
    name: now?.name ?? "",
    language: "pl",
    mustChangePassword: false,
    mustSetUpSecondFactor: false,
    hasLeft: false,
  };
}
