// Places that an agreement keeps for the network: nobody without a referral takes them, and no lower total eats them.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OFFER_TEAM = `'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;

/** What is set with the agreements, and what is asked of a change beside it. */
const guard = (set: readonly string[], further: string) => `
      create or replace function guard_capacity() returns trigger language plpgsql as $$
        declare
          is_system boolean := actor_kind() = 'system';
          is_team boolean := is_system or (actor_is(${OFFER_TEAM}) and new.partner_id = actor_partner());
        begin
          if tg_op = 'INSERT' then
            if not is_system and (new.version <> 1 or ${set.map((column) => `new.${column} is distinct from ${column === "kept" ? "0" : "null"}`).join(" or ")}) then
              raise exception 'numbers begin with their first version' using errcode = '42501';
            end if;
            return new;
          end if;
          if (new.centre_id, new.service_id, new.partner_id, new.unit)
              is distinct from (old.centre_id, old.service_id, old.partner_id, old.unit) then
            raise exception 'numbers keep their service, organisation and unit' using errcode = '42501';
          end if;
          if (${set.map((column) => `new.${column}`).join(", ")}) is distinct from (${set.map((column) => `old.${column}`).join(", ")}) and not is_system then
            raise exception 'the duty to confirm is set with the agreements' using errcode = '42501';
          end if;
          if to_jsonb(new) - array[${set.map((column) => `'${column}'`).join(", ")}] is distinct from to_jsonb(old) - array[${set.map((column) => `'${column}'`).join(", ")}]
              and (new.version <> old.version + 1 or new.numbers_version not in (old.numbers_version, new.version)) then
            raise exception 'a changed number is the next version' using errcode = '42501';
          end if;
          if (new.suspended, new.confirmed_at, new.confirmed_by, new.confirmed_from, new.walk_ins)
              is distinct from (old.suspended, old.confirmed_at, old.confirmed_by, old.confirmed_from, old.walk_ins)
              and not is_team then
            raise exception 'only who offers a service suspends it, vouches for it and counts in' using errcode = '42501';
          end if;
          if (new.total, new.waiting_outside) is distinct from (old.total, old.waiting_outside)
              and not is_team and not actor_is('OUS') then
            raise exception 'the total is the provider''s, or the hub''s on behalf' using errcode = '42501';
          end if;${further}
          return new;
        end $$;`;

/** As offer/capacity.ts: who is here without a referral, and what is kept beside her. */
const keepPlaces = `
          if not is_system and new.kept > 0 and (new.walk_ins > old.walk_ins or new.total < old.total)
              and new.total - (case when new.unit in ('PLACES', 'HOURS_WEEK', 'HOURS_MONTH')
                then new.occupied - new.running else new.walk_ins end) < new.kept then
            raise exception 'these places are kept for the network' using errcode = '42501';
          end if;`;

export class KeepPlaces20261130050200 implements MigrationInterface {
  name = "KeepPlaces20261130050200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- set with the agreements: how many units of the total are kept for the network, and by which of them
      alter table capacity
        add column kept integer not null default 0 check (kept >= 0),
        add column kept_by text,
        add constraint capacity_kept_by check ((kept > 0) = (kept_by is not null));
      ${guard(["confirm_every_days", "kept", "kept_by"], keepPlaces)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guard(["confirm_every_days"], "")}
      alter table capacity drop column kept_by, drop column kept;
    `);
  }
}
