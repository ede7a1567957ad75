// Answer corrections: the organisation says what it did about a corrective action, and what was answered or closed too early is opened again.
import type { MigrationInterface, QueryRunner } from "typeorm";

const CONSULTED = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'RESIDENT_REP'`;
const KEEPER =
  "actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN') and partner_id = actor_partner()";

const changeCheck = (keeper: string) => `
  alter policy change_standard_check on standard_check using (
    centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')${keeper}));`;

const writeEvent = (more: string) => `
  alter policy write_standard_event on event with check (
    centre_id = actor_centre() and topic = 'NETWORK' and actor_account_id = actor_account()
    and actor_partner_id = actor_partner() and case type
      when 'StandardApproved' then actor_is('DIRECTOR')
      when 'StandardCommented' then actor_is(${CONSULTED})
      ${more}
      else false end);`;

const guardShortfall = (closed: string, steps: string) => `
  create or replace function guard_shortfall() returns trigger language plpgsql as $$
    begin
      if (new.centre_id, new.id, new.order_id, new.partner_id, new.service_id, new.from_on, new.to_on, new.kind, new.reason,
            new.owner, new.due_on, new.raised_at)
          is distinct from (old.centre_id, old.id, old.order_id, old.partner_id, old.service_id, old.from_on, old.to_on,
            old.kind, old.reason, old.owner, old.due_on, old.raised_at) or ${closed} then
        raise exception 'what was raised stays as it was said, and closed is closed' using errcode = '42501';
      end if;
      if actor_kind() <> 'system' and (
          (new.answer is distinct from old.answer and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
          or (new.result is distinct from old.result and not actor_is('OUS'))${steps}) then
        raise exception 'the organisation answers, the buyer closes' using errcode = '42501';
      end if;
      return new;
    end $$;`;

export class AnswerCorrections20261130075000 implements MigrationInterface {
  name = "AnswerCorrections20261130075000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table standard_check
        add column action_state text check (action_state in ('OPEN', 'ANSWERED', 'DONE')),
        add column action_answer text check (length(action_answer) between 3 and 1000),
        add column action_answered_on date,
        -- since it was opened again
        add column action_missing text check (length(action_missing) between 3 and 1000);
      alter table standard_check no force row level security;
      update standard_check set action_state = case when action_done_on is null then 'OPEN' else 'DONE' end
        where action is not null;
      alter table standard_check force row level security;
      alter table standard_check
        add constraint standard_check_state check ((action is null) = (action_state is null)
          and (coalesce(action_state, '') = 'DONE') = (action_done_on is not null)
          and (action_answer is null) = (action_answered_on is null)
          and (action_answer is null or action_owner = 'PARTNER')
          and (coalesce(action_state, '') <> 'ANSWERED' or action_answer is not null)
          and (action_missing is null or action is not null));
      create index standard_check_open on standard_check (centre_id, action_due_on) where action_state in ('OPEN', 'ANSWERED');
      ${changeCheck(` or (${KEEPER})`)}
      ${writeEvent(`when 'StandardActionAnswered' then ${KEEPER}`)}

      -- what was found stays; the organisation answers for itself, the organiser judges
      create function guard_standard_check() returns trigger language plpgsql as $$
        declare
          answers boolean := (new.action_answer, new.action_answered_on) is distinct from (old.action_answer, old.action_answered_on)
            or new.action_state = 'ANSWERED' and old.action_state <> 'ANSWERED';
          judges boolean := (new.action_done_on, new.action_missing) is distinct from (old.action_done_on, old.action_missing)
            or new.action_state <> old.action_state and new.action_state <> 'ANSWERED';
        begin
          if (new.centre_id, new.id, new.standard_id, new.service_id, new.partner_id, new.checked_on, new.results, new.evidence,
                new.action, new.action_owner, new.action_due_on, new.by_name, new.created_at)
              is distinct from (old.centre_id, old.id, old.standard_id, old.service_id, old.partner_id, old.checked_on, old.results,
                old.evidence, old.action, old.action_owner, old.action_due_on, old.by_name, old.created_at) then
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
        end $$;
      create trigger guard_standard_check before update on standard_check
        for each row execute function guard_standard_check();
    `);
    await runner.query(`
      alter table shortfall
        add column missing text check (length(missing) between 3 and 1000),
        drop constraint shortfall_check2,
        -- a result stays readable where it was not the last word
        add constraint shortfall_result check ((result is null) = (closed_at is null) and (state <> 'CLOSED' or result is not null));
      ${guardShortfall(
        `old.state = 'CLOSED' and ((new.answer, new.answered_at, new.result, new.closed_at)
              is distinct from (old.answer, old.answered_at, old.result, old.closed_at) or new.state <> 'OPEN')`,
        `
          or (new.state <> old.state and new.state = 'ANSWERED'
            and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
          or ((new.state <> old.state and new.state <> 'ANSWERED' or new.missing is distinct from old.missing)
            and not actor_is('OUS'))`,
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guardShortfall("old.state = 'CLOSED'", "")}
      alter table shortfall no force row level security;
      alter table shortfall disable trigger user;
      update shortfall set result = null, closed_at = null where state <> 'CLOSED';
      alter table shortfall enable trigger user;
      alter table shortfall force row level security;
      alter table shortfall drop column missing, drop constraint shortfall_result,
        add constraint shortfall_check2 check ((state = 'CLOSED') = (result is not null and closed_at is not null));
      drop trigger guard_standard_check on standard_check;
      drop function guard_standard_check;
      ${writeEvent("")}
      ${changeCheck("")}
      drop index standard_check_open;
      alter table standard_check drop constraint standard_check_state, drop column action_state, drop column action_answer,
        drop column action_answered_on, drop column action_missing;
    `);
  }
}
