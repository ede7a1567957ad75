// A suggestion whose coordinator has left does not wait for ever: the organiser sees which service it is, without a word of anybody, and closes it.
import type { MigrationInterface, QueryRunner } from "typeorm";

const FUNCTIONS =
  "suggestions_left_behind(uuid[]), close_left_suggestion(uuid, timestamptz)";

const events = (types: string) => `
  alter policy write_event_of_plan on event with check (
    centre_id = actor_centre() and topic = 'REFERRAL' and type in (${types}) and actor_is('OUS')
    and has_left(sender_account_id) and actor_account_id = actor_account() and actor_partner_id = actor_partner());`;

export class DecideInHerPlace20261130102600 implements MigrationInterface {
  name = "DecideInHerPlace20261130102600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- rows hold what a partner wrote of a person: here they are told without it; null: of all referrals
      create function suggestions_left_behind(of_referrals uuid[])
        returns table (id uuid, referral_id uuid, service_id uuid, made_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
        begin
          if not actor_is('OUS') then
            return;
          end if;
          perform set_config('splot.kind', 'system', true);
          return query select g.id, g.referral_id, g.service_id, g.made_at from service_suggestion g
            where g.centre_id = actor_centre() and (of_referrals is null or g.referral_id = any(of_referrals)) and g.decided_at is null
              and has_left(g.sender_account_id)
            order by g.made_at desc, g.id;
          perform set_config('splot.kind', kind, true);
        end $$;
      create function close_left_suggestion(of_suggestion uuid, moment timestamptz)
        returns table (id uuid, referral_id uuid, service_id uuid, made_at timestamptz)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          closed service_suggestion;
        begin
          if not actor_is('OUS') then
            return;
          end if;
          perform set_config('splot.kind', 'system', true);
          update service_suggestion g set decided_at = moment
            where g.centre_id = actor_centre() and g.id = of_suggestion and g.decided_at is null
              and has_left(g.sender_account_id)
            returning * into closed;
          if closed.id is not null then
            insert into suggestion_decision (centre_id, suggestion_id, sender_account_id, outcome, referral_id, reason)
              values (closed.centre_id, closed.id, closed.sender_account_id, 'DECLINED', null, null);
            return query select closed.id, closed.referral_id, closed.service_id, closed.made_at;
          end if;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function ${FUNCTIONS} from public;
      do $$ begin
        execute format('grant execute on function ${FUNCTIONS} to %I', current_setting('splot.application_role'));
      end $$;
      ${events("'ContinuationPlanned', 'SuggestionDecided'")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${events("'ContinuationPlanned'")}
      drop function ${FUNCTIONS};
    `);
  }
}
