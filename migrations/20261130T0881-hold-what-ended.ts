// After a backup from before came back: a basis that was taken back stays so, a resident's request stands as it was left, and what was due to be masked is.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OPEN = `('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')`;

export class HoldWhatEnded20261130088100 implements MigrationInterface {
  name = "HoldWhatEnded20261130088100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the owner's alone, while nobody else is there: rows are as the replaced database held them, whatever may be
      -- done to them by people; what rests on an ended basis is withdrawn by rule, with its places and its events
      create function hold_again(ended jsonb, requests jsonb, moment timestamptz) returns integer language plpgsql as $$
        declare
          held integer;
          one record;
        begin
          perform set_config('splot.kind', 'backup', true);
          alter table disclosure_basis no force row level security;
          alter table disclosure_basis disable trigger user;
          alter table resident_request no force row level security;
          alter table resident_request disable trigger user;
          with again as (
            update disclosure_basis b set revoked_at = e.revoked_at, ended_by = e.ended_by
              from jsonb_to_recordset(ended) as e(centre uuid, id uuid, revoked_at timestamptz, ended_by text)
              where b.centre_id = e.centre and b.id = e.id and b.revoked_at is null
              returning b.centre_id, b.id, b.ended_by),
          moved as (
            insert into resident_request select (jsonb_populate_record(null::resident_request, q ||
                -- who wrote it down may be somebody whom the backup does not know: her name stays beside it
                jsonb_build_object('filed_by_account_id', coalesce(
                  (select a.id from account a where a.id = (q->>'filed_by_account_id')::uuid),
                  (select c.coordinator_account_id from case_ref c where c.id = (q->>'case_id')::uuid))))).*
              from jsonb_array_elements(requests) q
              where exists (select from case_ref c where c.centre_id = (q->>'centre_id')::uuid
                and c.id = (q->>'case_id')::uuid)
              on conflict (centre_id, number) do update set state = excluded.state, answer = excluded.answer,
                answered_at = excluded.answered_at, lifted_at = excluded.lifted_at, due_on = excluded.due_on,
                extended_by = excluded.extended_by, extension_reason = excluded.extension_reason,
                version = excluded.version
                where resident_request.id = excluded.id and resident_request.version < excluded.version
              returning 1),
          resting as (
            select graphile_worker.add_job('withdraw-resting',
                json_build_object('centreId', r.centre_id, 'referralId', r.id), run_at => moment,
                job_key => format('%s:withdraw-resting:%s', r.centre_id, r.id))
              from again a join referral_scope t on t.centre_id = a.centre_id and t.basis_id = a.id
              join referral r on r.centre_id = t.centre_id and r.id = t.referral_id
              where a.ended_by = 'WITHDRAWN' and r.status in ${OPEN})
          select (select count(*) from again) + (select count(*) from moved) + 0 * (select count(*) from resting)
            into held;
          alter table disclosure_basis enable trigger user;
          alter table disclosure_basis force row level security;
          alter table resident_request enable trigger user;
          alter table resident_request force row level security;
          for one in select c.id from centre c loop
            perform set_config('splot.kind', 'system', true);
            perform set_config('splot.centre', one.id::text, true);
            while exists (select from mask_referrals(moment, 500)) loop
              null;
            end loop;
          end loop;
          return held;
        end $$;
      revoke execute on function hold_again from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function hold_again`);
  }
}
