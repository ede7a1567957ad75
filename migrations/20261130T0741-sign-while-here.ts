// The second wall of who is a party: who left the network joins and signs nothing, is no party of what several made, and no agreement keeps more places than there are.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows of all centres are the owner's to mend. */
const mend = (statements: string) => {
  const tables = [
    "agreement",
    "agreement_party",
    "partner",
    "network_membership",
  ];
  const alter = (what: string) =>
    tables.map((table) => `alter table ${table} ${what};`).join(" ");
  return `
    ${alter("no force row level security")} ${alter("disable trigger user")}
    ${statements}
    ${alter("enable trigger user")} ${alter("force row level security")}`;
};

export class SignWhileHere20261130074100 implements MigrationInterface {
  name = "SignWhileHere20261130074100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${mend(`
      -- who left the network stayed a party, and the others waited for its signature
      update agreement_party y set leave_reason = 'Odejście z sieci', left_on = coalesce(
          (select max(m.left_on) from network_membership m where m.centre_id = y.centre_id and m.partner_id = y.partner_id),
          (p.updated_at at time zone 'Europe/Warsaw')::date)
        from agreement a, partner p
        where a.centre_id = y.centre_id and a.id = y.agreement_id and p.centre_id = y.centre_id and p.id = y.partner_id
          and p.status = 'FORMER' and y.left_on is null and a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED')
          and a.kind in ('LSR_ACCORD', 'LETTER_OF_INTENT') and cardinality(a.party_ids) > 2;
      update agreement a set present_ids = array(select y.partner_id from agreement_party y
          where y.centre_id = a.centre_id and y.agreement_id = a.id and y.left_on is null order by y.partner_id)
        where exists (select from agreement_party y where y.centre_id = a.centre_id and y.agreement_id = a.id
          and y.leave_reason = 'Odejście z sieci' and y.partner_id = any(a.present_ids));
      `)}

      create function guard_signing() returns trigger language plpgsql as $$
        begin
          if exists (select from partner p where p.centre_id = new.centre_id and p.id = new.partner_id and p.status = 'FORMER') then
            raise exception 'who left the network makes no agreement' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_signing before update of signed_on on agreement_party
        for each row when (old.signed_on is null and new.signed_on is not null) execute function guard_signing();
      create trigger guard_signing before update of signed_on on agreement_version_party
        for each row when (old.signed_on is null and new.signed_on is not null) execute function guard_signing();

      -- with the last signature, or when an amendment takes force
      create function hold_places() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          held uuid := case tg_table_name when 'agreement' then to_jsonb(new)->>'id' else to_jsonb(new)->>'agreement_id' end;
          beyond boolean;
        begin
          perform set_config('splot.kind', 'system', true);
          select exists (select from agreement a
            join agreement_service s on s.centre_id = a.centre_id and s.agreement_id = a.id
            join capacity c on c.centre_id = s.centre_id and c.service_id = s.service_id
            where a.centre_id = new.centre_id and a.id = held and a.status in ('SIGNED', 'ACTIVE')
              and s.places_kept > c.total) into beyond;
          perform set_config('splot.kind', kind, true);
          if beyond then
            raise exception 'no more places are kept than there are' using errcode = '23514';
          end if;
          return null;
        end $$;
      create constraint trigger hold_places after update of status on agreement
        deferrable initially deferred for each row when (old.status = 'AGREED' and new.status <> 'AGREED') execute function hold_places();
      create constraint trigger hold_places after insert or update on agreement_service
        deferrable initially deferred for each row execute function hold_places();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_places on agreement_service;
      drop trigger hold_places on agreement;
      drop function hold_places;
      drop trigger guard_signing on agreement_version_party;
      drop trigger guard_signing on agreement_party;
      drop function guard_signing;
    `);
  }
}
