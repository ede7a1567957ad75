// Reads what an organisation did with others in a period: its part in joint actions, and the meetings where it was.
import type { Context } from "../platform/graphql/context.js";
import type { Period } from "../platform/period.js";
import { momentsOf } from "../platform/period.js";
import type { Contribution, ContributionAction } from "./contribution.js";

/** A network has at most fifty joint actions, and an organisation is in a few. */
const MOST = 100;

export async function jointPartOf(
  context: Context,
  partnerId: string,
  period: Period,
): Promise<Pick<Contribution, "actions" | "meetings" | "meetingsAttended">> {
  const { centreId } = context.actor;
  const { since, until } = momentsOf(period);
  const actions = await context.reads.rows<ContributionAction>(
    `select a.title, n.name as "networkName", p.part
     from joint_action_part p
     join joint_action a on a.centre_id = p.centre_id and a.id = p.joint_action_id
     join network n on n.centre_id = a.centre_id and n.id = a.network_id
     where p.centre_id = $1 and p.partner_id = $2 and p.part <> 'INFORMED'
       and a.created_at < $4 and (a.ended_on is null or a.ended_on >= $3)
     order by folded(n.name), folded(a.title), a.id limit $5`,
    [centreId, partnerId, period.from, until, MOST],
  );
  const [row] = await context.reads.rows<{ held: number; attended: number }>(
    `select count(*)::integer as held, count(*) filter (where t.present)::integer as attended
     from meeting_attendance t join meeting m on m.centre_id = t.centre_id and m.id = t.meeting_id
     where t.centre_id = $1 and t.partner_id = $2 and m.status = 'HELD' and m.starts_at >= $3 and m.starts_at < $4`,
    [centreId, partnerId, since, until],
  );
  return {
    actions,
    meetings: row?.held ?? 0,
    meetingsAttended: row?.attended ?? 0,
  };
}
