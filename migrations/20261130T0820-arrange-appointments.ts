// The first appointment of an accepted referral: when, where and whom to ask for; who came, and what becomes of the place where nobody did.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BEGIN = `
        begin
          if (new.partner_id, new.service_id, new.sender_account_id, new.number, new.units)`;

/** What is arranged is the next version of a referral that stays where it is. */
const ARRANGING = `
        begin
          if new.status = old.status and mover in ('PARTNER', 'COORDINATOR')
              and old.status in ('ACCEPTED', 'IN_PROGRESS', 'SUSPENDED', 'COMPLETED', 'DISCONTINUED')
              and to_jsonb(new) - arranged = to_jsonb(old) - arranged
              and (new.no_shows = old.no_shows or (old.status = 'ACCEPTED' and mover = 'PARTNER'
                and abs(new.no_shows - old.no_shows) = 1)) then
            return new;
          end if;
          if (new.partner_id, new.service_id, new.sender_account_id, new.number, new.units)`;

const DECLARED = `
        declare
          mover text := case`;
const ALSO_DECLARED = `
        declare
          arranged text[] := array['no_shows', 'version', 'updated_at'];
          mover text := case`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_referral_transition'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'guard_referral_transition reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const HER_OWN = `actor_is('KIPUS') and sender_account_id = actor_account()`;
const IN_THE_INBOX = `actor_is('PARTNER_REFERRALS') and partner_id = actor_partner()`;

export class ArrangeAppointments20261130082000 implements MigrationInterface {
  name = "ArrangeAppointments20261130082000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column no_shows integer not null default 0 check (no_shows >= 0);
      create table appointment (
        centre_id uuid not null,
        referral_id uuid not null,
        -- the first is 1
        number integer not null check (number > 0),
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        at timestamptz not null,
        place text not null check (length(place) between 1 and 160),
        bring text check (length(bring) between 1 and 200),
        ask_for text check (length(ask_for) between 1 and 120),
        state text not null check (state in ('PLANNED', 'CAME', 'DID_NOT_COME', 'CANCELLED')),
        moved_from timestamptz,
        move_reason text check (move_reason in ('STAFF', 'PLACE', 'PERSON_ASKED', 'CENTRE_ASKED', 'MISTAKE', 'OTHER')),
        made_at timestamptz not null,
        -- the coordinator asks for another date
        asked_at timestamptz,
        wished_for timestamptz,
        noted_at timestamptz,
        -- what the coordinator answered where nobody came
        answer text check (answer in ('ANOTHER_DATE', 'KEEP_PLACE', 'BREAK_OFF')),
        primary key (centre_id, referral_id, number),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (wished_for is null or asked_at is not null),
        check ((moved_from is null) = (move_reason is null)),
        check (answer is null or state = 'DID_NOT_COME'),
        check ((state in ('CAME', 'DID_NOT_COME')) = (noted_at is not null))
      );
      create unique index appointment_planned_once on appointment (centre_id, referral_id) where state = 'PLANNED';
      create index appointment_partner on appointment (centre_id, partner_id, at);
      create index appointment_account on appointment (sender_account_id);
      call wall('appointment');
      call grant_application('appointment', 'select, insert, update');
      create policy read_appointment on appointment for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${HER_OWN}) or (${IN_THE_INBOX})));
      create policy arrange_appointment on appointment for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${IN_THE_INBOX})));
      create policy change_appointment on appointment for update using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${HER_OWN}) or (${IN_THE_INBOX})));
    `);
    await runner.query(`
      create function guard_appointment() returns trigger language plpgsql as $$
        declare
          is_partners boolean := actor_is('PARTNER_REFERRALS') and new.partner_id = actor_partner();
          is_senders boolean := actor_is('KIPUS') and new.sender_account_id = actor_account();
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if tg_op = 'INSERT' then
            if new.state <> 'PLANNED' or new.asked_at is not null or not exists (select from referral r
                where r.centre_id = new.centre_id and r.id = new.referral_id and r.partner_id = new.partner_id
                  and r.sender_account_id = new.sender_account_id and r.status = 'ACCEPTED') then
              raise exception 'an appointment is planned for an accepted referral' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.referral_id, new.number, new.partner_id, new.sender_account_id, new.at, new.place, new.bring,
                new.ask_for, new.moved_from, new.move_reason, new.made_at)
              is distinct from (old.centre_id, old.referral_id, old.number, old.partner_id, old.sender_account_id, old.at,
                old.place, old.bring, old.ask_for, old.moved_from, old.move_reason, old.made_at) then
            raise exception 'what was arranged is not rewritten' using errcode = '42501';
          end if;
          if new.state <> old.state and not (new.state = 'CANCELLED' and old.state = 'PLANNED') and not (is_partners
              and old.answer is null and (old.state, new.state) in (('PLANNED', 'CAME'), ('PLANNED', 'DID_NOT_COME'),
                ('CAME', 'PLANNED'), ('DID_NOT_COME', 'PLANNED'))) then
            raise exception 'whether somebody came is the organisation''s to say' using errcode = '42501';
          end if;
          if not is_senders and (new.asked_at, new.wished_for, new.answer)
              is distinct from (old.asked_at, old.wished_for, old.answer) then
            raise exception 'what comes next is the coordinator''s to say' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_appointment before insert or update on appointment
        for each row execute function guard_appointment();

      -- the place of who did not come is the coordinator's until she has answered
      create function guard_awaited_place() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          is_hers boolean;
        begin
          if kind = 'system' or (actor_is('KIPUS') and new.sender_account_id = actor_account()) then
            return new;
          end if;
          -- who coordinates is not read by the organisation
          perform set_config('splot.kind', 'system', true);
          select coalesce((select a.state = 'DID_NOT_COME' and a.answer is null from appointment a
              where a.centre_id = new.centre_id and a.referral_id = new.id order by a.number desc limit 1), false)
            and not has_left(new.sender_account_id) into is_hers;
          perform set_config('splot.kind', kind, true);
          if is_hers then
            raise exception 'the coordinator says first what becomes of the place' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_awaited_place before update on referral
        for each row when (old.status = 'ACCEPTED' and new.status = 'DISCONTINUED')
        execute function guard_awaited_place();
    `);
    await runner.query(rewrite(DECLARED, ALSO_DECLARED));
    await runner.query(rewrite(BEGIN, ARRANGING));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(ARRANGING, BEGIN));
    await runner.query(rewrite(ALSO_DECLARED, DECLARED));
    await runner.query(`
      drop trigger guard_awaited_place on referral;
      drop table appointment;
      drop function guard_awaited_place, guard_appointment;
      alter table referral drop column no_shows;
    `);
  }
}
