// What organisations have and lend each other: the inventory of resources, and requests to borrow one that cannot be promised twice.
import type { MigrationInterface, QueryRunner } from "typeorm";

const INSIDE = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP'`;
const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
/** Who speaks for what an organisation has. */
const KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;
const KEPT = `centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')
  or (actor_is(${KEEPERS}) and partner_id = actor_partner()))`;

export class ShareResources20261130055500 implements MigrationInterface {
  name = "ShareResources20261130055500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource (
        centre_id uuid not null,
        id uuid not null,
        partner_id uuid not null,
        kind text not null check (kind in ('PREMISES', 'EQUIPMENT', 'SPECIALISTS', 'VOLUNTEERS', 'TRANSPORT')),
        name text not null,
        description text,
        available_when text,
        quantity integer not null check (quantity between 1 and 10000),
        lendable boolean not null,
        state text not null check (state in ('OFFERED', 'PAUSED', 'WITHDRAWN')),
        search text not null generated always as (folded(name || ' ' || coalesce(description, ''))) stored,
        version integer not null check (version > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        unique (centre_id, id, partner_id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index resource_partner on resource (centre_id, partner_id);
      create index resource_name on resource (centre_id, folded(name), id) where state <> 'WITHDRAWN';

      create table loan_request (
        centre_id uuid not null,
        id uuid not null,
        resource_id uuid not null,
        -- whose it is, and who asks
        partner_id uuid not null,
        asking_partner_id uuid not null,
        from_on date not null,
        to_on date not null,
        quantity integer not null check (quantity > 0),
        note text,
        state text not null check (state in ('ASKED', 'AGREED', 'NOT_POSSIBLE', 'TAKEN_BACK', 'RETURNED')),
        asked_at timestamptz not null,
        answered_at timestamptz,
        version integer not null check (version > 0),
        primary key (centre_id, id),
        foreign key (centre_id, resource_id, partner_id) references resource (centre_id, id, partner_id),
        foreign key (centre_id, asking_partner_id) references partner (centre_id, id),
        check (from_on <= to_on),
        check (partner_id <> asking_partner_id),
        check ((state in ('AGREED', 'NOT_POSSIBLE', 'RETURNED')) <= (answered_at is not null))
      );
      create index loan_request_resource on loan_request (centre_id, resource_id, partner_id);
      create index loan_request_agreed on loan_request (centre_id, resource_id, from_on, to_on) where state = 'AGREED';
      create index loan_request_partner on loan_request (centre_id, partner_id, asked_at desc);
      create index loan_request_asking on loan_request (centre_id, asking_partner_id, asked_at desc);

      call wall('resource'); call wall('loan_request');
      call grant_application('resource', 'select, insert, update');
      call grant_application('loan_request', 'select, insert, update');

      create policy read_resource on resource for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${INSIDE})));
      create policy add_resource on resource for insert with check (${KEPT});
      create policy change_resource on resource for update using (${KEPT});
      create policy read_loan_request on loan_request for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')
          or (actor_is(${PARTNER_ROLES}) and actor_partner() in (partner_id, asking_partner_id))));
      create policy ask_for_loan on loan_request for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or (actor_is('OUS', ${KEEPERS}) and asking_partner_id = actor_partner() and state = 'ASKED')));
      create policy move_loan on loan_request for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')
          or (actor_is(${KEEPERS}) and actor_partner() in (partner_id, asking_partner_id))));

      create policy write_resource_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and actor_is(${KEEPERS})
        and actor_account_id = actor_account() and actor_partner_id = actor_partner()
        and case
          when type in ('ResourceAdded', 'ResourceChanged', 'LoanAnswered') then partner_id = actor_partner()
          when type in ('LoanAsked', 'LoanTakenBack') then exists (select from loan_request l
            where l.centre_id = event.centre_id and l.id = event.subject_id and l.asking_partner_id = actor_partner())
          else false end);
    `);
    await runner.query(`
      -- each side moves what is its own, and no piece is promised twice for one day
      create function guard_loan_request() returns trigger language plpgsql as $$
        declare
          pieces integer;
          taken integer;
        begin
          if tg_op = 'UPDATE' then
            if (new.centre_id, new.id, new.resource_id, new.partner_id, new.asking_partner_id, new.from_on, new.to_on, new.quantity,
                  new.note, new.asked_at) is distinct from (old.centre_id, old.id, old.resource_id, old.partner_id,
                  old.asking_partner_id, old.from_on, old.to_on, old.quantity, old.note, old.asked_at) then
              raise exception 'what was asked for stays as it was asked' using errcode = '42501';
            end if;
            if new.state <> old.state and not (case new.state
                when 'AGREED' then old.state = 'ASKED'
                when 'NOT_POSSIBLE' then old.state = 'ASKED'
                when 'TAKEN_BACK' then old.state in ('ASKED', 'AGREED')
                when 'RETURNED' then old.state = 'AGREED'
                else false end) then
              raise exception 'no such step of a request' using errcode = '42501';
            end if;
            if new.state <> old.state and actor_kind() <> 'system' and not actor_is('OUS')
                and actor_partner() <> (case new.state when 'TAKEN_BACK' then new.asking_partner_id else new.partner_id end) then
              raise exception 'this step is the other side''s' using errcode = '42501';
            end if;
          end if;
          if new.state = 'AGREED' and (tg_op = 'INSERT' or old.state <> 'AGREED') then
            -- two answers at once: the second waits here and counts the first
            select r.quantity into pieces from resource r
              where r.centre_id = new.centre_id and r.id = new.resource_id for update;
            select max(day.taken) into taken from (
              select (select coalesce(sum(l.quantity), 0) from loan_request l
                where l.centre_id = new.centre_id and l.resource_id = new.resource_id and l.state = 'AGREED' and l.id <> new.id
                  and d.at between l.from_on and l.to_on) as taken
              from (select new.from_on as at union select l.from_on from loan_request l
                where l.centre_id = new.centre_id and l.resource_id = new.resource_id and l.state = 'AGREED' and l.id <> new.id
                  and l.from_on between new.from_on and new.to_on) d) day;
            if coalesce(taken, 0) + new.quantity > coalesce(pieces, 0) then
              raise exception 'a resource is promised twice for one day' using errcode = '23514';
            end if;
          end if;
          return new;
        end $$;
      create trigger guard_loan_request before insert or update on loan_request
        for each row execute function guard_loan_request();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy write_resource_event on event;
      drop table loan_request, resource;
      drop function guard_loan_request;
    `);
  }
}
