// A freed place is offered by itself: what the queue has to know for it, the job that follows each change of numbers, and timers that end with what they wait for.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class OfferFreedPlaces20261130083000 implements MigrationInterface {
  name = "OfferFreedPlaces20261130083000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the version of the numbers at which a place last came free: not one that was given back unused by who waits
      alter table capacity add column freed_version integer not null default 0 check (freed_version >= 0);
      alter table referral
        -- the version of the numbers at which it joined the queue, and at which a place last went past it
        add column queued_version integer,
        add column passed_version integer,
        add column passed_over text check (passed_over in ('OFFER_LAPSED', 'AGREEMENT', 'BASIS')),
        -- when the partner expects a place; as it was said when she was queued
        add column expected_on date,
        add constraint referral_passed_over_waits check (passed_over is null or status = 'WAITLISTED');
      insert into referral_transition (from_status, to_status, side) values ('WAITLISTED', 'WAITLISTED', 'SYSTEM');

      -- whoever freed it, and in whatever way: the job looks by itself whether there is anything to offer
      create function offer_freed_place() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          its_key text := format('%s:offer-freed-place:%s', new.centre_id, new.service_id);
        begin
          -- one that runs at this moment may have looked already; left its key the queue would give it up
          update graphile_worker._private_jobs set key = null where key = its_key and locked_at is not null;
          perform graphile_worker.add_job('offer-freed-place',
            json_build_object('centreId', new.centre_id, 'serviceId', new.service_id), job_key => its_key);
          return null;
        end $$;
      revoke execute on function offer_freed_place from public;
      create trigger offer_freed_place after update on capacity for each row
        when (new.waiting_referred > 0 and new.total > new.occupied + new.reserved and not new.suspended
          and new.confirmed_at is not null)
        execute function offer_freed_place();

      -- what is answered, offered no more or ended rings no more
      create function end_timers() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          -- one that rings at this moment ends by itself: the queue's own remove_job would leave it behind as failed
          delete from graphile_worker._private_jobs j where j.locked_at is null
            and j.key = any(array_remove(array[
              case when new.status not in ('SENT', 'RECEIVED', 'INFO_REQUESTED')
                then format('%s:expire-referral:%s', new.centre_id, new.id) end,
              case when new.status <> 'OFFERED'
                then format('%s:lapse-offer:%s', new.centre_id, new.id) end], null));
          return null;
        end $$;
      revoke execute on function end_timers from public;
      create trigger end_timers after update of status on referral for each row
        when (old.status <> new.status and old.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'OFFERED'))
        execute function end_timers();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger end_timers on referral;
      drop trigger offer_freed_place on capacity;
      drop function end_timers, offer_freed_place;
      delete from referral_transition where from_status = 'WAITLISTED' and to_status = 'WAITLISTED';
      alter table referral drop constraint referral_passed_over_waits,
        drop column queued_version, drop column passed_version, drop column passed_over, drop column expected_on;
      alter table capacity drop column freed_version;
    `);
  }
}
