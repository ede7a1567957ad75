// Contact persons as the rules of a partnership ask for them: deputies, duties, whether they are willing, when they are away.
import type { MigrationInterface, QueryRunner } from "typeorm";

const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;

export class NameContacts20261130042000 implements MigrationInterface {
  name = "NameContacts20261130042000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact_person
        add column is_deputy boolean not null default false,
        add column duties text[] not null default '{}'
          check (duties <@ array['REFERRALS', 'DATA_PROTECTION', 'SIGNATORY']),
        add column preferred_channel text check (preferred_channel in ('PLATFORM', 'EMAIL', 'PHONE')),
        add column availability text,
        add column willing_confirmed_at timestamptz,
        -- she herself, or the hub that asked her, with how it asked
        add column willing_confirmed_by text check (willing_confirmed_by in ('HERSELF', 'HUB')),
        add column willing_note text,
        add column away_from date,
        add column away_to date,
        add column substitute_id uuid,
        add column version integer not null default 1,
        add unique (centre_id, partner_id, id),
        add foreign key (centre_id, partner_id, substitute_id) references contact_person (centre_id, partner_id, id),
        add check (not (is_primary and is_deputy)),
        add check (active or not (is_primary or is_deputy)),
        add check ((willing_confirmed_at is null) = (willing_confirmed_by is null)),
        add check ((away_from is null) = (away_to is null) and away_from <= away_to),
        add check (substitute_id is null or (away_from is not null and substitute_id <> id));
      create unique index contact_person_deputy on contact_person (centre_id, partner_id) where is_deputy and active;
      create index contact_person_substitute on contact_person (centre_id, partner_id, substitute_id);

      -- the person that a row names is at the keyboard
      create function is_actor(email text) returns boolean language sql stable
        as $$ select exists (select from account a where a.id = actor_account() and a.email = lower($1)) $$;
      create function keeps_contacts(partner uuid) returns boolean language sql stable
        as $$ select actor_is('OUS') or (actor_is('PARTNER_ADMIN') and partner = actor_partner()) $$;

      alter policy make_contact_person on contact_person with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (keeps_contacts(partner_id) and active
          and willing_confirmed_at is null)));
      alter policy change_contact_person on contact_person using (
        centre_id = actor_centre() and (actor_kind() = 'system' or keeps_contacts(partner_id)
          or (partner_id = actor_partner() and actor_is(${PARTNER_ROLES}) and is_actor(work_email))));

      create function guard_contact_person() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.partner_id, new.created_at)
              is distinct from (old.centre_id, old.id, old.partner_id, old.created_at) then
            raise exception 'a contact person stays with her organisation' using errcode = '42501';
          end if;
          if actor_kind() = 'system' then return new; end if;
          if not keeps_contacts(new.partner_id) and (new.name, new.position, new.work_email, new.work_phone, new.is_primary,
                new.is_deputy, new.duties, new.preferred_channel, new.availability, new.active)
              is distinct from (old.name, old.position, old.work_email, old.work_phone, old.is_primary,
                old.is_deputy, old.duties, old.preferred_channel, old.availability, old.active) then
            raise exception 'who is named says only that she is willing, and when she is away' using errcode = '42501';
          end if;
          -- nobody is willing in another's place; the hub notes that it has asked
          if new.willing_confirmed_at is distinct from old.willing_confirmed_at and new.willing_confirmed_at is not null
              and not ((new.willing_confirmed_by = 'HUB' and actor_is('OUS'))
                or (new.willing_confirmed_by = 'HERSELF' and is_actor(new.work_email) and new.partner_id = actor_partner())) then
            raise exception 'nobody is willing in the place of another' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_contact_person before update on contact_person
        for each row execute function guard_contact_person();

      -- what an organisation does with its own entry in the register
      create policy write_event_of_register on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and partner_id = actor_partner() and actor_is(${PARTNER_ROLES})
        and type like any (array['Contact%', 'Partner%', 'Resource%'])
        and actor_account_id is not distinct from actor_account() and actor_partner_id = actor_partner());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy write_event_of_register on event;
      drop trigger guard_contact_person on contact_person;
      drop function guard_contact_person;
      alter policy make_contact_person on contact_person with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and active)));
      alter policy change_contact_person on contact_person using (centre_id = actor_centre() and actor_kind() = 'system');
      drop function keeps_contacts, is_actor;
      drop index contact_person_deputy, contact_person_substitute;
      alter table contact_person
        drop column is_deputy, drop column duties, drop column preferred_channel, drop column availability,
        drop column willing_confirmed_at, drop column willing_confirmed_by, drop column willing_note,
        drop column away_from, drop column away_to, drop column substitute_id, drop column version;
      alter table contact_person drop constraint contact_person_centre_id_partner_id_id_key;
    `);
  }
}
