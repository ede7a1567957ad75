// Hold what is promised: places of an agreement that is signed for a day to come, or suspended, are there when it is in force.
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
            if not is_system and (new.version <> 1 or ${set.map((column) => `new.${column} is distinct from ${["kept", "promised"].includes(column) ? "0" : "null"}`).join(" or ")}) then
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

const KEPT = ["confirm_every_days", "kept", "kept_by"];

const holdPromised = `${keepPlaces}
          if not is_system and new.total < old.total and new.total < new.promised then
            raise exception 'these places are promised to the network' using errcode = '42501';
          end if;`;

/** As agreements/scope.ts: the most places that one signed, in force or suspended keeps. */
const MENDED = `
  update capacity c set promised = p.places_kept, promised_by = p.number
    from (select distinct on (o.service_id) o.service_id, s.places_kept, a.number from capacity o
      join agreement_service s on s.centre_id = o.centre_id and s.service_id = o.service_id and s.places_kept > 0
      join agreement a on a.centre_id = s.centre_id and a.id = s.agreement_id
      join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = o.partner_id
      where o.centre_id = actor_centre() and a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED')
        and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING')
        and (a.valid_to is null or a.valid_to >= today) and (y.left_on is null or y.left_on > today)
      order by o.service_id, s.places_kept desc, a.valid_to desc nulls first) p
    where c.centre_id = actor_centre() and c.service_id = p.service_id;`;

const holdPlaces = (when: string) => `
      drop trigger hold_places on agreement;
      create constraint trigger hold_places after update of status on agreement
        deferrable initially deferred for each row when (${when}) execute function hold_places();`;

export class HoldWhatIsPromised20261130078000 implements MigrationInterface {
  name = "HoldWhatIsPromised20261130078000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- set with the agreements: the most that one of them keeps or is going to keep, and which
      alter table capacity
        add column promised integer not null default 0 check (promised >= 0),
        add column promised_by text,
        add constraint capacity_promised_by check ((promised > 0) = (promised_by is not null));
      ${guard([...KEPT, "promised", "promised_by"], holdPromised)}
      -- with the last signature, and when a suspension is over
      ${holdPlaces("(old.status = 'AGREED' and new.status <> 'AGREED') or (old.status = 'SUSPENDED' and new.status = 'ACTIVE')")}
      alter table centre no force row level security;
      alter table capacity disable trigger user;
      do $mending$
        declare
          town uuid;
          today date := (now() at time zone 'Europe/Warsaw')::date;
        begin
          perform set_config('splot.kind', 'system', true);
          for town in select id from centre loop
            perform set_config('splot.centre', town::text, true);
            ${MENDED}
          end loop;
          perform set_config('splot.kind', '', true);
          perform set_config('splot.centre', '', true);
        end $mending$;
      alter table capacity enable trigger user;
      alter table centre force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${holdPlaces("old.status = 'AGREED' and new.status <> 'AGREED'")}
      ${guard(KEPT, keepPlaces)}
      alter table capacity drop column promised_by, drop column promised;
    `);
  }
}
