// The register of organisations: how each is identified, what it is for, whom it reaches, and how it stands with the centre.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class DescribePartners20261130042200 implements MigrationInterface {
  name = "DescribePartners20261130042200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table partner
        add column legal_form text,
        -- of an association that stands in the register of the county head, not in the KRS
        add column register_entry text,
        add column areas_served text[] not null default '{}',
        add column statutory_aims text,
        add column reintegration_aim text check (reintegration_aim in ('MAIN', 'ONE_OF', 'NONE')),
        add column accessibility text[] not null default '{}'
          check (accessibility <@ array['WHEELCHAIR', 'SIGN_LANGUAGE', 'EASY_TO_READ', 'INDUCTION_LOOP', 'ACCESSIBLE_TOILET']),
        add column cis_decision text,
        add column cis_voivode text,
        add column cis_valid_until date,
        add column cis_agreed_places integer check (cis_agreed_places > 0),
        add column status_reason text,
        add check (kind = 'CIS' or (cis_decision is null and cis_voivode is null and cis_valid_until is null
          and cis_agreed_places is null));
      -- units of one legal person share its KRS, and are told apart by their long REGON
      create unique index partner_krs on partner (centre_id, krs)
        where krs is not null and status <> 'FORMER' and (regon is null or length(regon) = 9);
      create index partner_nip on partner (centre_id, nip) where nip is not null;

      alter policy change_partner on partner using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')
          or (actor_is('PARTNER_ADMIN') and id = actor_partner())));
      create function guard_partner() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.is_demo, new.created_at)
              is distinct from (old.centre_id, old.id, old.is_demo, old.created_at) then
            raise exception 'an organisation stays what it was registered as' using errcode = '42501';
          end if;
          -- what it is and how it stands is the hub's to write; how it describes itself is its own
          if actor_kind() <> 'system' and not actor_is('OUS')
              and to_jsonb(new) - '{address,website,phone,areas_served,statutory_aims,accessibility,version,updated_at,search}'::text[]
                is distinct from
                to_jsonb(old) - '{address,website,phone,areas_served,statutory_aims,accessibility,version,updated_at,search}'::text[] then
            raise exception 'only the hub changes what an organisation is' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_partner before update on partner for each row execute function guard_partner();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_partner on partner;
      drop function guard_partner;
      alter policy change_partner on partner using (centre_id = actor_centre() and actor_kind() = 'system');
      drop index partner_krs, partner_nip;
      alter table partner drop column legal_form, drop column register_entry, drop column areas_served,
        drop column statutory_aims, drop column reintegration_aim, drop column accessibility, drop column cis_decision,
        drop column cis_voivode, drop column cis_valid_until, drop column cis_agreed_places, drop column status_reason;
    `);
  }
}
