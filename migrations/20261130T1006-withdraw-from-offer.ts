// A service is withdrawn: what waited for its answer has got one, what was taken is finished, and who knew the service knows it still.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;

/** Who sees a service by its visibility; what is offered no more is seen by those inside alone. */
const seesOffer = (withdrawn: string) => `
      create or replace function sees_offer(visibility text, status text, partner uuid) returns boolean
        language sql stable parallel safe as $$
          select (status in ('ACTIVE', 'PAUSED') and case visibility
              when 'PUBLIC' then true
              when 'NETWORK' then actor_is(${INSIDE})
              when 'HUB_ONLY' then actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR')
              else false end)${withdrawn}
            or actor_is('OUS')
            or (partner = actor_partner()
                and actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN')) $$;`;

export class WithdrawFromOffer20261130100600 implements MigrationInterface {
  name = "WithdrawFromOffer20261130100600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into referral_transition (from_status, to_status, side) values
        ('WAITLISTED', 'DECLINED', 'SYSTEM'), ('OFFERED', 'DECLINED', 'SYSTEM');
      ${seesOffer(`
            or (status = 'WITHDRAWN' and case visibility
              when 'PUBLIC' then actor_is(${INSIDE})
              when 'NETWORK' then actor_is(${INSIDE})
              when 'HUB_ONLY' then actor_is('OUS', 'KIPUS', 'OSL', 'DIRECTOR')
              else false end)`)}

      -- whoever withdraws it need not see them, and none is left behind unseen
      create function guard_service_withdrawal() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          left_behind boolean;
        begin
          perform set_config('splot.kind', 'system', true);
          select exists (select from referral r where r.centre_id = new.centre_id and r.service_id = new.id
            and r.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED')) into left_behind;
          perform set_config('splot.kind', kind, true);
          if left_behind then
            raise exception 'somebody still waits for an answer of this service' using errcode = '42501';
          end if;
          return new;
        end $$;
      revoke execute on function guard_service_withdrawal from public;
      create trigger guard_service_withdrawal before update of status on service
        for each row when (new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN')
        execute function guard_service_withdrawal();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_service_withdrawal on service;
      drop function guard_service_withdrawal;
      ${seesOffer("")}
      delete from referral_transition where to_status = 'DECLINED' and from_status in ('WAITLISTED', 'OFFERED');
    `);
  }
}
