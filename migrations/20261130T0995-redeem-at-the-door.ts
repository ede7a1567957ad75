// The code of a card is used at the door, once: by the organisation whose service it is, where nothing but a number travelled (P14).
import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a referral takes moves with its lines; the moves of one transaction that follow each other with all of theirs. */
const HOLD_AGAINST_LINES = ({ together }: { together: boolean }) => `
  create or replace function hold_against_lines() returns trigger language plpgsql as $$
    declare
      was referral := old;
      reserves integer := (new.takes = 'RESERVED')::integer - coalesce((was.takes = 'RESERVED')::integer, 0);
      occupies integer := (new.takes = 'OCCUPIED')::integer - coalesce((was.takes = 'OCCUPIED')::integer, 0);
      waits integer := (new.status = 'WAITLISTED')::integer - coalesce((was.status = 'WAITLISTED')::integer, 0);
      ${together ? COUNTED : ""}
      line record;
    begin
      -- a centre that is loaded brings referrals whose units stand in the opening lines
      if tg_op = 'INSERT' and actor_kind() = 'system' then
        return null;
      end if;${together ? COUNT_TOGETHER : ""}
      select count(*) as lines, coalesce(sum(e.reserved_change), 0) as reserved,
          coalesce(sum(e.occupied_change), 0) as occupied, coalesce(sum(e.waiting_change), 0) as waiting,
          ${together ? OF_FINISHES : "coalesce(bool_and(e.kind = 'FINISH'), false) as finishes"}
        into line from capacity_event e
        where e.centre_id = new.centre_id and e.referral_id = new.id and e.xmin = pg_current_xact_id()::xid;
      if line.lines <> ${together ? "moves" : "(reserves <> 0 or occupies <> 0 or waits <> 0)::integer"}
          or line.reserved <> reserves * new.units or line.waiting <> waits * new.units
          -- what was used up within its period does not come back
          ${together ? TOGETHER : ALONE} then
        raise exception 'a referral moves its units with their line' using errcode = '42501';
      end if;
      return null;
    end $$;`;

const COUNTED = `starts integer := greatest(occupies, 0);
      ends integer := greatest(-occupies, 0);
      moves integer := (reserves <> 0 or occupies <> 0 or waits <> 0)::integer;
      moved jsonb := coalesce(nullif(current_setting('splot.moved', true), ''), '{}')::jsonb;
      earlier jsonb := moved -> new.id::text;`;
const COUNT_TOGETHER = `
      if earlier is not null then
        moves := moves + (earlier->>0)::integer;
        reserves := reserves + (earlier->>1)::integer;
        starts := starts + (earlier->>2)::integer;
        ends := ends + (earlier->>3)::integer;
        waits := waits + (earlier->>4)::integer;
      end if;
      -- the last one is held against all
      if exists (select from referral r where r.centre_id = new.centre_id and r.id = new.id and r.version > new.version) then
        perform set_config('splot.moved', jsonb_set(moved, array[new.id::text],
          jsonb_build_array(moves, reserves, starts, ends, waits))::text, true);
        return null;
      end if;`;
const OF_FINISHES = `count(*) filter (where e.kind = 'FINISH') as finishes,
          coalesce(bool_and(e.occupied_change in (0, -new.units)) filter (where e.kind = 'FINISH'), true) as fits,
          coalesce(sum(e.occupied_change) filter (where e.kind <> 'FINISH'), 0) as started`;
const ALONE = `or (occupies < 0 and (not line.finishes or line.occupied not in (0, -new.units)))
          or (occupies >= 0 and line.occupied <> occupies * new.units)`;
const TOGETHER = `or line.finishes <> ends or not line.fits or line.started <> starts * new.units`;

export class RedeemAtTheDoor20261130099500 implements MigrationInterface {
  name = "RedeemAtTheDoor20261130099500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column redeemed_at timestamptz;
      create index referral_token on referral (centre_id, partner_id, token_code);

      create function guard_redeemed() returns trigger language plpgsql as $$
        declare
          was referral := old;
        begin
          if tg_op = 'UPDATE' and new.token_code <> was.token_code then
            raise exception 'a card keeps its code' using errcode = '42501';
          end if;
          if new.redeemed_at is not distinct from was.redeemed_at or (tg_op = 'INSERT' and actor_kind() = 'system') then
            return new;
          end if;
          if was.redeemed_at is not null or new.disclosure_level <> 'L0_TOKEN' or tg_op = 'INSERT'
              or new.status not in ('IN_PROGRESS', 'COMPLETED') or new.status = was.status
              or not (actor_is('PARTNER_REFERRALS') and new.partner_id = actor_partner()) then
            raise exception 'a code is used once, at the door of its service' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_redeemed before insert or update on referral
        for each row execute function guard_redeemed();
    `);
    await runner.query(HOLD_AGAINST_LINES({ together: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(HOLD_AGAINST_LINES({ together: false }));
    await runner.query(`
      drop trigger guard_redeemed on referral;
      drop function guard_redeemed;
      drop index referral_token;
      alter table referral drop column redeemed_at;
    `);
  }
}
