// Places about which nobody decides after a missed first meeting are named to the organisers, by their referral alone.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class NameUndecidedPlaces20261130108300 implements MigrationInterface {
  name = "NameUndecidedPlaces20261130108300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- which, and nothing of the meeting: that is read by its two sides (decision 0076)
      create function undecided_places(before timestamptz) returns table (referral_id uuid)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
        begin
          if kind <> 'system' and not actor_is('OUS') then return; end if;
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'system', true);
          return query select p.referral_id from appointment p
            join referral r on r.centre_id = p.centre_id and r.id = p.referral_id and r.status = 'ACCEPTED'
            where p.centre_id = actor_centre() and p.state = 'DID_NOT_COME' and p.answer is null and p.noted_at <= before
              and not exists (select from appointment l
                where l.centre_id = p.centre_id and l.referral_id = p.referral_id and l.number > p.number);
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function undecided_places from public;
      do $$ begin
        execute format('grant execute on function undecided_places to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function undecided_places`);
  }
}
