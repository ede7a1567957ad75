// Lists that stay quick in a large centre: bands of some services only, and the log of each reader by an index of its own.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who sees exact numbers. */
const COUNTING = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY'`;

/** Lines that tell people of an offer. */
const OF_OFFER = `(type = 'ServicePublished' or (type = 'CapacityChanged' and actor_account_id is not null
          and facts->>'kind' in ('SET_TOTAL', 'WAITING', 'WALK_IN', 'CONFIRM')))`;

/** The bands of a centre; `parameters` and `chosen` say of which services, `confirmed` who is told when. */
function capacityBands(
  parameters: string,
  confirmed: string,
  chosen: string,
): string {
  return `
    -- the band is everybody's who sees the service, the numbers behind it are not (domain 1.14)
    create function capacity_bands(${parameters})
      returns table (service_id uuid, status text, takes_now boolean, confirmed_at timestamptz, never_confirmed boolean,
                     offerable integer)
      language plpgsql stable security definer set search_path = public, pg_temp
      as $$
      declare
        kind text := actor_kind();
        counts boolean := kind = 'system' or actor_is(${COUNTING});
      begin
        -- a function's own SET of such a setting is for superusers only
        perform set_config('splot.kind', 'band', true);
        return query select c.service_id,
          capacity_status(c.total, c.occupied, c.reserved, c.waiting_referred + c.waiting_outside,
            c.suspended, c.confirm_every_days, c.confirmed_at, at),
          not c.suspended and c.confirmed_at is not null
            and c.total - c.occupied - c.reserved > c.waiting_referred + c.waiting_outside,
          ${confirmed}, c.confirmed_at is null,
          case when counts then greatest(0, c.total - c.occupied - c.reserved - c.waiting_referred - c.waiting_outside) end
        from capacity c where c.centre_id = actor_centre() ${chosen};
        perform set_config('splot.kind', kind, true);
      end $$;`;
}

export class SpeedLists20261122004500 implements MigrationInterface {
  name = "SpeedLists20261122004500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function capacity_bands;
      ${capacityBands(
        "at timestamptz, services uuid[] default null",
        "case when counts then c.confirmed_at end",
        "and (services is null or c.service_id = any(services))",
      )}
      revoke execute on function capacity_bands from public;
      do $$ begin
        execute format('grant execute on function capacity_bands to %I', current_setting('splot.application_role'));
      end $$;

      -- whoever sees every service need not be asked for each
      alter policy read_capacity on capacity using (
        centre_id = actor_centre() and (actor_kind() in ('system', 'band')
          or ((actor_kind() = 'log' or actor_is(${COUNTING}))
            and exists (select from service s where s.centre_id = capacity.centre_id and s.id = capacity.service_id))));

      ${["PUBLIC", "NETWORK", "HUB_ONLY"]
        .map(
          (visibility) => `
      create index event_offer_${visibility.toLowerCase()} on event (centre_id, position)
        where ${OF_OFFER} and facts->>'visibility' = '${visibility}';`,
        )
        .join("")}
      create index event_offer on event (centre_id, position) where ${OF_OFFER};
      create index event_offer_partner on event (centre_id, partner_id, position) where ${OF_OFFER};
      create index event_referral on event (centre_id, position) where topic = 'REFERRAL';
      create index event_referral_partner on event (centre_id, partner_id, position) where topic = 'REFERRAL';
      create index event_referral_sender on event (centre_id, sender_account_id, position) where topic = 'REFERRAL';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index event_referral_sender, event_referral_partner, event_referral, event_offer_partner, event_offer,
        event_offer_hub_only, event_offer_network, event_offer_public;
      alter policy read_capacity on capacity using (
        centre_id = actor_centre() and (actor_kind() in ('system', 'log', 'band') or actor_is(${COUNTING}))
        and exists (select from service s where s.centre_id = capacity.centre_id and s.id = capacity.service_id));
      drop function capacity_bands;
      ${capacityBands("at timestamptz", "c.confirmed_at", "")}
    `);
  }
}
