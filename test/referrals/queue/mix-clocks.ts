// What rings later and was forgotten: the end of sight, lists of fallbacks that move on, what rests on a consent that was taken back; and what went out without an agreement; judged by the tables alone.
import type { Api } from "../../support/api.js";
import type { Mix } from "./mix.js";

/** A job that waits, of whatever hour. */
const waits = (task: string, of: string) =>
  `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = '${task}' and j.payload->>'centreId' = $1::text and (j.payload->>'referralId')::uuid = ${of}`;

/** Who may be looked at has a clock for the last moment of it, what changed is told or about to be, and no list of fallbacks stands still. */
export async function forgottenClocks(
  { clock }: Api,
  { centre, admin }: Mix,
): Promise<string[]> {
  const { rows } = await admin.query<{ fault: string }>(
    `with sights as (
       select r.id, may_be_seen(p.case_id, r.partner_id, r.service_id, r.disclosure_level, r.priority, p.fields, $2) as sees,
         max(b.valid_to) filter (where b.given_at <= $2 and b.valid_to > $2) as ends,
         coalesce((select e.type = 'SightBegun' from event e where e.centre_id = r.centre_id and e.subject_id = r.id
           and e.type in ('SightBegun', 'SightEnded') order by e.position desc limit 1), true) as told
       from referral r join referral_scope p on p.centre_id = r.centre_id and p.referral_id = r.id
       left join disclosure_basis b on b.centre_id = r.centre_id and b.case_id = p.case_id and b.partner_id = r.partner_id
         and b.revoked_at is null
       where r.centre_id = $1 and r.finished_at is null
       group by r.centre_id, r.id, p.case_id, p.fields)
     select 'no end of sight of ' || id as fault from sights
       where ends is not null and not exists (${waits("end-sight", "sights.id")} and j.run_at <= ends)
     union all
     select 'a change of sight is not told of ' || id from sights
       where told <> sees and not exists (${waits("end-sight", "sights.id")} and j.run_at <= $2)
     union all
     select 'the list stands still at ' || c.current_id from referral_chain c
       join referral r on r.centre_id = c.centre_id and r.id = c.current_id
       where c.centre_id = $1 and c.stopped_by is null and r.status in ('DECLINED', 'EXPIRED')
         and not exists (${waits("move-on", "c.current_id")})
     union all
     select 'it rests on what was taken back: ' || r.id from referral r
       join referral_scope p on p.centre_id = r.centre_id and p.referral_id = r.id
       join disclosure_basis b on b.centre_id = p.centre_id and b.id = p.basis_id and b.ended_by = 'WITHDRAWN'
       where r.centre_id = $1 and not r.basis_withdrawn and not r.vanished and r.masked_at is null
         and (r.finished_at is null or b.basis <> 'VITAL_INTEREST') and not exists (${waits("withdraw-resting", "r.id")})
     union all
     select e.type || ' of ' || e.subject_id || ' without an agreement' from event e
       where e.centre_id = $1 and e.type in ('ReferralSent', 'PlaceOffered') and (select a.type from event a
         where a.centre_id = $1 and a.type in ('AgreementSuspended', 'AgreementResumed', 'AgreementExpired')
           and a.position < e.position order by a.position desc limit 1) in ('AgreementSuspended', 'AgreementExpired')`,
    [centre.id, clock.now()],
  );
  return rows.map(({ fault }) => fault);
}
