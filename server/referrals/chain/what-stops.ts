// What stops a list of fallbacks when its turn comes: what became of its coordinator, the case or the referral since it was set.
import type { Work } from "../../events/index.js";
import type { Referral } from "../referral.js";
import { type FallbackStop, stopsAfter } from "./chain.js";

/** By the ids of the referrals; those that move on have none, and their cases are held open until the next have gone out. */
export async function whatStops(
  work: Work,
  ended: readonly Referral[],
): Promise<ReadonlyMap<string, FallbackStop>> {
  const ids = ended.map(({ id }) => id);
  const gone = await work.rows<{ id: string; stop: FallbackStop }>(
    `select r.id, case when s.followed then 'REFERRED_ON' else 'SENDER_LEFT' end as stop
     from referral r
     cross join lateral (select
       exists (select from referral f where f.centre_id = r.centre_id and f.follows_id = r.id) as followed,
       has_left(r.sender_account_id)
         or not exists (select from account a where a.id = r.sender_account_id and a.status = 'ACTIVE') as has_left) s
     where r.centre_id = $1 and r.id = any($2) and (s.followed or s.has_left)`,
    [work.centreId, ids],
  );
  // held as by who sends, in one order: nobody closes it from here on before the next has gone out
  const cases = await work.rows<{ id: string; closed: boolean }>(
    `select s.referral_id as id, c.closed_on is not null as closed from referral_subject s
     join case_ref c on c.centre_id = s.centre_id and c.id = s.case_id
     where s.centre_id = $1 and s.referral_id = any($2) order by c.id for share of c`,
    [work.centreId, ids],
  );
  return new Map([
    ...ended.flatMap((one): [string, FallbackStop][] => {
      const stop = stopsAfter(one);
      return stop ? [[one.id, stop]] : [];
    }),
    ...cases.flatMap(({ id, closed }): [string, FallbackStop][] =>
      closed ? [[id, "CASE_CLOSED"]] : [],
    ),
    ...gone.map(({ id, stop }): [string, FallbackStop] => [id, stop]),
  ]);
}
