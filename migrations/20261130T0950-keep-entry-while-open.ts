// A service is changed by who keeps it: how one gets in stays while referrals are open, and a change is told among the news.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Activity is found by these very words. */
function activityIndexes(types: string): string {
  const ofOffer = `(${types} or (type = 'CapacityChanged' and actor_partner_id is not null
          and facts->>'kind' in ('SET_TOTAL', 'WAITING', 'WALK_IN', 'CONFIRM')))`;
  return `
    drop index event_offer, event_offer_partner, event_offer_public, event_offer_network, event_offer_hub_only;
    ${["PUBLIC", "NETWORK", "HUB_ONLY"]
      .map(
        (visibility) => `
    create index event_offer_${visibility.toLowerCase()} on event (centre_id, position)
      where ${ofOffer} and facts->>'visibility' = '${visibility}';`,
      )
      .join("")}
    create index event_offer on event (centre_id, position) where ${ofOffer};
    create index event_offer_partner on event (centre_id, partner_id, position) where ${ofOffer};`;
}

const ENDED = `('DRAFT', 'COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')`;

export class KeepEntryWhileOpen20261130095000 implements MigrationInterface {
  name = "KeepEntryWhileOpen20261130095000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- a count and nothing else, for who keeps the offer; she need not see the referrals
      create function referrals_open_to(service uuid) returns integer
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          keeps boolean := kind = 'system' or (actor_link() is null and actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN'));
          of_partner uuid := case when kind <> 'system' then actor_partner() end;
          counted integer;
        begin
          perform set_config('splot.kind', 'system', true);
          select count(*) into counted from referral r
            where keeps and r.centre_id = actor_centre() and r.service_id = service and r.status not in ${ENDED}
              and (of_partner is null or r.partner_id = of_partner);
          perform set_config('splot.kind', kind, true);
          return counted;
        end $$;
      revoke execute on function referrals_open_to from public;
      do $$ begin
        execute format('grant execute on function referrals_open_to to %I', current_setting('splot.application_role'));
      end $$;

      create function guard_service_entry() returns trigger language plpgsql as $$
        begin
          if actor_kind() <> 'system' and new.entry_mode <> old.entry_mode and referrals_open_to(new.id) > 0 then
            raise exception 'how one gets in stays while referrals are open' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_service_entry before update of entry_mode on service
        for each row execute function guard_service_entry();
      ${activityIndexes("type in ('ServicePublished', 'ServiceChanged')")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${activityIndexes("type = 'ServicePublished'")}
      drop trigger guard_service_entry on service;
      drop function guard_service_entry, referrals_open_to;
    `);
  }
}
