// The second wall of the log, of timers, accounts and offers: who writes which line, and nobody beyond the own centre.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OFFER_TEAM = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const OFFER_KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;
const COUNTED = `queue_positions(uuid[]), referral_flow(timestamptz), referral_counts(timestamptz), may_count_referrals()`;

/** Places in the queue; `seen` says which of them are told, `who` what it asks of the actor. */
function queuePositions(who: string, seen: string): string {
  return `
    create or replace function queue_positions(services uuid[])
      returns table (referral_id uuid, queue_position integer)
      language plpgsql stable security definer set search_path = public, pg_temp
      as $$
      declare
        kind text := actor_kind();
        ${who}
      begin
        -- a function's own SET of such a setting is for superusers only
        perform set_config('splot.kind', 'band', true);
        return query select w.id, w.place from (
          select r.id, r.partner_id, r.sender_account_id, (row_number() over (partition by r.service_id
            order by array_position(array['EMERGENCY', 'URGENT', 'STANDARD'], r.priority), r.waiting_since, r.id))::integer as place
          from referral r
          where r.centre_id = actor_centre() and r.status = 'WAITLISTED' and r.service_id = any(services)) w
        where ${seen};
        perform set_config('splot.kind', kind, true);
      end $$;`;
}

export class TightenRights20261122003100 implements MigrationInterface {
  name = "TightenRights20261122003100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the epoch is the owner's, who restores backups
      do $$ begin
        execute format('revoke update on centre_log from %I', current_setting('splot.application_role'));
        execute format('grant update (position) on centre_log to %I', current_setting('splot.application_role'));
      end $$;

      -- reads every line, whoever writes: a head that ran ahead would hide what follows
      create function hold_against_log() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          was bigint := coalesce(case tg_op when 'UPDATE' then old.position end, 0);
          written bigint;
        begin
          perform set_config('splot.kind', 'log', true);
          select count(*) into written from event e
            where e.centre_id = new.centre_id and e.position > was and e.position <= new.position;
          perform set_config('splot.kind', kind, true);
          if written <> new.position - was then
            raise exception 'the head of a log grows with its events' using errcode = '42501';
          end if;
          return null;
        end $$;
      revoke execute on function hold_against_log from public;
      create constraint trigger hold_against_log after insert or update on centre_log
        deferrable initially deferred for each row execute function hold_against_log();
      create function hold_against_head() returns trigger language plpgsql as $$
        begin
          if not exists (select from centre_log l where l.centre_id = new.centre_id and l.position >= new.position) then
            raise exception 'an event runs ahead of its log' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_head after insert on event
        deferrable initially deferred for each row execute function hold_against_head();

      alter policy write_event on event with check (
        centre_id = actor_centre() and (
          actor_kind() = 'system'
          or (actor_account_id = actor_account() and actor_partner_id = actor_partner() and case topic
            when 'REFERRAL' then (actor_is('KIPUS') and sender_account_id = actor_account())
              or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner())
            when 'CAPACITY' then actor_is('KIPUS', 'OUS') or (actor_is(${OFFER_TEAM}) and partner_id = actor_partner())
            when 'OFFER' then actor_is(${OFFER_KEEPERS}) and partner_id = actor_partner()
            else false end)));
    `);
    await runner.query(`
      -- the timers of a referral, one of a kind: the key names its centre, so that no centre replaces another's
      drop function enqueue_job;
      create function enqueue_job(task text, referral_id uuid, run_at timestamptz) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if task not in ('expire-referral', 'lapse-offer')
              or not (actor_kind() = 'system' or actor_is('KIPUS', 'PARTNER_REFERRALS'))
              -- asked with the actor's own eyes
              or not exists (select from referral r where r.centre_id = actor_centre() and r.id = enqueue_job.referral_id) then
            raise exception 'a timer belongs to a referral of its actor' using errcode = '42501';
          end if;
          perform graphile_worker.add_job(task,
            json_build_object('centreId', actor_centre(), 'referralId', referral_id), run_at => run_at,
            job_key => format('%s:%s:%s', actor_centre(), task, referral_id));
        end $$;
      revoke execute on function enqueue_job from public;

      alter policy change_account on account using (
        actor_kind() = 'authentication' or id = actor_account()
        or (actor_kind() = 'system' and exists (select from assignment a
            where a.centre_id = actor_centre() and a.account_id = account.id)));
      alter policy change_session on session using (
        actor_kind() = 'authentication' or account_id = actor_account()
        or (actor_kind() = 'system' and exists (select from assignment a
            where a.centre_id = actor_centre() and a.account_id = session.account_id)));

      create function guard_service() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.referable_from is not null or new.referable_to is not null or new.import_key is not null
                or (new.visibility <> 'HUB_ONLY' and not exists (select from partner p
                    where p.centre_id = new.centre_id and p.id = new.partner_id and p.status = 'ACTIVE')) then
              raise exception 'who may be referred and who sees it is not the organisation''s to say' using errcode = '42501';
            end if;
          elsif (new.centre_id, new.id, new.partner_id, new.visibility, new.referable_from, new.referable_to, new.import_key)
              is distinct from (old.centre_id, old.id, old.partner_id, old.visibility, old.referable_from, old.referable_to, old.import_key) then
            raise exception 'a service keeps its organisation, visibility and agreements' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_service before insert or update on service
        for each row execute function guard_service();

      ${queuePositions(
        `may_all boolean := kind = 'system' or actor_is('OUS');
         sends boolean := actor_is('KIPUS');
         answers boolean := actor_is('PARTNER_REFERRALS', 'PARTNER_ADMIN');`,
        `may_all or (sends and w.sender_account_id = actor_account()) or (answers and w.partner_id = actor_partner())`,
      )}
      revoke execute on function ${COUNTED} from public;
      do $$ begin
        execute format('grant execute on function ${COUNTED}, enqueue_job(text, uuid, timestamptz) to %I',
          current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        execute format('revoke execute on function ${COUNTED} from %I', current_setting('splot.application_role'));
        execute format('revoke update (position) on centre_log from %I', current_setting('splot.application_role'));
      end $$;
      grant execute on function ${COUNTED} to public;
      call grant_application('centre_log', 'update');
      ${queuePositions("", "true")}

      drop trigger guard_service on service;
      drop function guard_service;
      alter policy change_session on session using (
        actor_kind() in ('authentication', 'system') or account_id = actor_account());
      alter policy change_account on account using (
        actor_kind() in ('authentication', 'setup', 'system') or id = actor_account());

      drop function enqueue_job;
      create function enqueue_job(task text, payload json, run_at timestamptz, job_key text) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if actor_kind() not in ('member', 'system') or (payload->>'centreId')::uuid is distinct from actor_centre() then
            raise exception 'a job belongs to the centre of its actor' using errcode = '42501';
          end if;
          perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
        end $$;
      revoke execute on function enqueue_job from public;
      do $$ begin
        execute format('grant execute on function enqueue_job to %I', current_setting('splot.application_role'));
      end $$;

      alter policy write_event on event with check (
        centre_id = actor_centre() and (
          actor_kind() = 'system'
          or (actor_kind() = 'member' and actor_account_id = actor_account() and actor_partner_id = actor_partner())));
      drop trigger hold_against_head on event;
      drop trigger hold_against_log on centre_log;
      drop function hold_against_head, hold_against_log;
    `);
  }
}
