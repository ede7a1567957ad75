// Call off loans: who takes a loan back says why, who lends can call off what it promised, and only members lend to each other.
import type { MigrationInterface, QueryRunner } from "typeorm";

const KEEPERS = `'PARTNER_EDITOR', 'PARTNER_ADMIN'`;

interface Guard {
  owner?: string;
  reason?: string;
  active?: string;
}

const guardLoan = ({ owner = "", reason = "", active = "" }: Guard) => `
    create or replace function guard_loan_request() returns trigger language plpgsql as $$
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
              and actor_partner() <> (case new.state when 'TAKEN_BACK' then new.asking_partner_id else new.partner_id end)${owner} then
            raise exception 'this step is the other side''s' using errcode = '42501';
          end if;
          ${reason}
        end if;
        if new.state = 'AGREED' and (tg_op = 'INSERT' or old.state <> 'AGREED') then
          -- two answers at once: the second waits here and counts the first
          select r.quantity into pieces from resource r where r.centre_id = new.centre_id and r.id = new.resource_id
            and r.lendable and r.state = 'OFFERED' for update;
          ${active}
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
      end $$;`;

const writeEvent = (sides: string) => `
  alter policy write_resource_event on event with check (
    centre_id = actor_centre() and topic = 'NETWORK' and actor_is(${KEEPERS})
    and actor_account_id = actor_account() and actor_partner_id = actor_partner()
    and case
      when type in ('ResourceAdded', 'ResourceChanged', 'LoanAnswered') then partner_id = actor_partner()
      when type in ('LoanAsked', 'LoanTakenBack') then exists (select from loan_request l
        where l.centre_id = event.centre_id and l.id = event.subject_id and ${sides})
      else false end);`;

export class CallOffLoans20261130075100 implements MigrationInterface {
  name = "CallOffLoans20261130075100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table loan_request
        -- of both sides to read; what was taken back before has none
        add column taken_back_reason text check (length(taken_back_reason) between 3 and 200),
        add constraint loan_request_taken_back check (taken_back_reason is null or state = 'TAKEN_BACK');
      ${guardLoan({
        owner: `
              and not (new.state = 'TAKEN_BACK' and old.state = 'AGREED' and actor_partner() = new.partner_id)`,
        reason: `if new.state <> old.state and new.state = 'TAKEN_BACK' and new.taken_back_reason is null
              or new.state = old.state and new.taken_back_reason is distinct from old.taken_back_reason then
            raise exception 'a loan is taken back with its reason' using errcode = '23514';
          end if;`,
        active: `if (select count(*) from partner p where p.centre_id = new.centre_id
              and p.id in (new.partner_id, new.asking_partner_id) and p.status = 'ACTIVE') < 2 then
            raise exception 'only members lend to each other' using errcode = '23514';
          end if;`,
      })}
      ${writeEvent("(l.asking_partner_id = actor_partner() or event.type = 'LoanTakenBack' and l.partner_id = actor_partner())")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${writeEvent("l.asking_partner_id = actor_partner()")}
      ${guardLoan({})}
      alter table loan_request drop constraint loan_request_taken_back, drop column taken_back_reason;
    `);
  }
}
