// The second wall of lending: only what is lent is promised, and there are never fewer pieces than are promised.
import type { MigrationInterface, QueryRunner } from "typeorm";

const guardLoan = (pieces: string) => `
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
              and actor_partner() <> (case new.state when 'TAKEN_BACK' then new.asking_partner_id else new.partner_id end) then
            raise exception 'this step is the other side''s' using errcode = '42501';
          end if;
        end if;
        if new.state = 'AGREED' and (tg_op = 'INSERT' or old.state <> 'AGREED') then
          -- two answers at once: the second waits here and counts the first
          ${pieces}
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

const pieces = (and = "") => `select r.quantity into pieces from resource r
              where r.centre_id = new.centre_id and r.id = new.resource_id${and} for update;`;

export class LendWhatIsThere20261130065100 implements MigrationInterface {
  name = "LendWhatIsThere20261130065100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guardLoan(pieces(" and r.lendable and r.state = 'OFFERED'"))}

      create function guard_resource() returns trigger language plpgsql as $$
        declare
          today date := (new.updated_at at time zone 'Europe/Warsaw')::date;
          taken integer;
        begin
          -- pieces out change only where a loan begins; what is over waits only to be given back
          select max(day.taken) into taken from (
            select (select sum(l.quantity) from loan_request l
              where l.centre_id = new.centre_id and l.resource_id = new.id and l.state = 'AGREED'
                and greatest(d.from_on, today) between l.from_on and l.to_on) as taken
            from loan_request d where d.centre_id = new.centre_id and d.resource_id = new.id and d.state = 'AGREED'
              and d.to_on >= today) day;
          if new.quantity < coalesce(taken, 0) then
            raise exception 'so many pieces are promised' using errcode = '23514';
          end if;
          return new;
        end $$;
      create trigger guard_resource before update of quantity on resource
        for each row when (new.quantity < old.quantity) execute function guard_resource();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_resource on resource;
      drop function guard_resource;
      ${guardLoan(pieces())}
    `);
  }
}
