// Give a new day: what is opened again is late from a day that comes after, and no sooner (stories O16, O26).
import type { MigrationInterface, QueryRunner } from "typeorm";

const stays = (day: string, state: string, again: boolean) =>
  again
    ? `not (new.${day} = old.${day} or new.${day} > old.${day} and new.${state} = 'OPEN' and old.${state} <> 'OPEN')`
    : `new.${day} <> old.${day}`;

const guardDays = (again: boolean) => `
  create or replace function guard_shortfall() returns trigger language plpgsql as $$
    begin
      if (new.centre_id, new.id, new.order_id, new.partner_id, new.service_id, new.from_on, new.to_on, new.kind, new.reason,
            new.owner, new.raised_at)
          is distinct from (old.centre_id, old.id, old.order_id, old.partner_id, old.service_id, old.from_on, old.to_on,
            old.kind, old.reason, old.owner, old.raised_at)
          or ${stays("due_on", "state", again)}
          or old.state = 'CLOSED' and ((new.answer, new.answered_at, new.result, new.closed_at)
              is distinct from (old.answer, old.answered_at, old.result, old.closed_at) or new.state <> 'OPEN') then
        raise exception 'what was raised stays as it was said, and closed is closed' using errcode = '42501';
      end if;
      if actor_kind() <> 'system' and (
          (new.answer is distinct from old.answer and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
          or (new.result is distinct from old.result and not actor_is('OUS'))
          or (new.state <> old.state and new.state = 'ANSWERED'
            and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
          or ((new.state <> old.state and new.state <> 'ANSWERED' or new.missing is distinct from old.missing)
            and not actor_is('OUS'))) then
        raise exception 'the organisation answers, the buyer closes' using errcode = '42501';
      end if;
      return new;
    end $$;
  create or replace function guard_standard_check() returns trigger language plpgsql as $$
    declare
      answers boolean := (new.action_answer, new.action_answered_on) is distinct from (old.action_answer, old.action_answered_on)
        or new.action_state = 'ANSWERED' and old.action_state <> 'ANSWERED';
      judges boolean := (new.action_done_on, new.action_missing) is distinct from (old.action_done_on, old.action_missing)
        or new.action_state <> old.action_state and new.action_state <> 'ANSWERED';
    begin
      if (new.centre_id, new.id, new.standard_id, new.service_id, new.partner_id, new.checked_on, new.results, new.evidence,
            new.action, new.action_owner, new.action_due_on is null, new.by_name, new.created_at)
          is distinct from (old.centre_id, old.id, old.standard_id, old.service_id, old.partner_id, old.checked_on, old.results,
            old.evidence, old.action, old.action_owner, old.action_due_on is null, old.by_name, old.created_at)
          or ${stays("action_due_on", "action_state", again)} then
        raise exception 'a check stays as it was made' using errcode = '42501';
      end if;
      if answers and old.action_state = 'DONE' then
        raise exception 'what is done is answered no more' using errcode = '42501';
      end if;
      if actor_kind() <> 'system' and (
          answers and not (actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN') and new.partner_id = actor_partner())
          or judges and not actor_is('OUS')) then
        raise exception 'the organisation answers, the organiser judges' using errcode = '42501';
      end if;
      return new;
    end $$;`;

export class GiveANewDay20261130079000 implements MigrationInterface {
  name = "GiveANewDay20261130079000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guardDays(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardDays(false));
  }
}
