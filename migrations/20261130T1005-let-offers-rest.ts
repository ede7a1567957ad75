// A service rests until a day, goes on, is withdrawn and comes back: in these steps alone, and never without its numbers.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OFFER_TEAM = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const OFFER_KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;

/** Which hand may write which line; as it was, and who keeps the offer lets a service rest. */
function handOf(resting: string): string {
  return `
      alter policy write_capacity_event on capacity_event with check (
        centre_id = actor_centre() and (
          actor_kind() = 'system'
          or (actor_account_id is not distinct from actor_account() and exists (
            select from capacity c where c.centre_id = capacity_event.centre_id
              and c.service_id = capacity_event.service_id
              and case kind
                when 'OPENING' then actor_is(${OFFER_KEEPERS}) and c.partner_id = actor_partner()
                when 'SET_TOTAL' then (actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner())
                  or (actor_is('OUS') and on_behalf_of = c.partner_id and reason is not null)
                when 'WALK_IN' then actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner()
                when 'CONFIRM' then actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner()
                when 'WAITING' then (actor_is(${OFFER_TEAM}) and c.partner_id = actor_partner())
                  or (actor_is('OUS') and on_behalf_of = c.partner_id and reason is not null)
                  or (actor_is('KIPUS') and referral_id is not null)
                when 'RESERVE' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))
                when 'RELEASE' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))
                when 'START' then referral_id is not null
                  and actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()
                when 'FINISH' then referral_id is not null and (actor_is('KIPUS')
                  or (actor_is('PARTNER_REFERRALS') and c.partner_id = actor_partner()))${resting}
                else false
              end))));`;
}

/** Activity is found by these very words. */
function activityIndexes(types: readonly string[]): string {
  const ofOffer = `(type in (${types.map((type) => `'${type}'`).join(", ")}) or (type = 'CapacityChanged' and actor_partner_id is not null
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

const TYPES = ["ServicePublished", "ServiceChanged"];

export class LetOffersRest20261130100500 implements MigrationInterface {
  name = "LetOffersRest20261130100500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service add constraint service_rests_until check (suspended_until is null or status = 'PAUSED');
      create index service_resting on service (centre_id, suspended_until) where suspended_until is not null;
      ${handOf(`
                when 'SUSPEND' then actor_is(${OFFER_KEEPERS}) and c.partner_id = actor_partner()
                when 'RESUME' then actor_is(${OFFER_KEEPERS}) and c.partner_id = actor_partner()`)}

      create function guard_service_status() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' and new.status not in ('DRAFT', 'ACTIVE')
              or tg_op = 'UPDATE' and new.status <> old.status and (old.status, new.status) not in (
                ('DRAFT', 'ACTIVE'), ('DRAFT', 'WITHDRAWN'), ('ACTIVE', 'PAUSED'), ('PAUSED', 'ACTIVE'),
                ('ACTIVE', 'WITHDRAWN'), ('PAUSED', 'WITHDRAWN'), ('WITHDRAWN', 'ACTIVE')) then
            raise exception 'a service does not go that way' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_service_status before insert or update of status on service
        for each row execute function guard_service_status();

      -- at the commit, when both stand: nothing is free where nothing is offered
      create function hold_against_numbers() returns trigger language plpgsql as $$
        begin
          if exists (select from service s join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
              where s.centre_id = new.centre_id and s.id = (to_jsonb(new)->>(case tg_table_name when 'service' then 'id' else 'service_id' end))::uuid
                and c.suspended <> (s.status in ('PAUSED', 'WITHDRAWN'))) then
            raise exception 'a service rests with its numbers' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_against_numbers after insert or update of status on service
        deferrable initially deferred for each row execute function hold_against_numbers();
      create constraint trigger hold_against_service after insert or update of suspended on capacity
        deferrable initially deferred for each row execute function hold_against_numbers();
      ${activityIndexes([
        ...TYPES,
        "ServicePaused",
        "ServiceResumed",
        "ServiceWithdrawn",
        "ServiceRestored",
      ])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${activityIndexes(TYPES)}
      drop trigger hold_against_service on capacity;
      drop trigger hold_against_numbers on service;
      drop trigger guard_service_status on service;
      drop function hold_against_numbers, guard_service_status;
      ${handOf("")}
      drop index service_resting;
      alter table service drop constraint service_rests_until;
    `);
  }
}
