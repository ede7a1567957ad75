// A need names the services that were short, as the referrals say that it was reported from: to who keeps the register and who reported it, to others from five reports of one on (K8, domain 4.5).
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

export class SayWhichServiceWasShort20261130099600 implements MigrationInterface {
  name = "SayWhichServiceWasShort20261130099600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function need_services(needs uuid[])
        returns table (need_id uuid, service_id uuid)
        language plpgsql stable security definer set search_path = public, pg_temp
        as $$
        declare
          kind text := actor_kind();
          reads boolean := kind = 'system' or actor_is(${INSIDE}, 'AUTHORITY');
          keeps boolean := kind = 'system' or actor_is('OUS', 'OSL');
          reader uuid := actor_account();
        begin
          -- a function's own SET of such a setting is for superusers only
          perform set_config('splot.kind', 'band', true);
          return query
            select p.need_id, r.service_id from need_report p
            join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
            where reads and p.centre_id = actor_centre() and p.need_id = any(needs) and p.taken_back_at is null
            group by p.need_id, r.service_id
            having keeps or count(*) >= 5 or bool_or(p.account_id = reader);
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function need_services from public;
      do $$ begin execute format('grant execute on function need_services to %I', current_setting('splot.application_role')); end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function need_services`);
  }
}
