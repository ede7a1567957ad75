// Documents of agreements: which party handed one in, who takes one away, and that none goes once somebody has signed.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OF_SYSTEM = "actor_kind() = 'system'";
const OF_PARTY = `(actor_is('PARTNER_ADMIN') and exists (select from agreement a where a.centre_id = actor_centre()
      and a.id = agreement_id and actor_partner() = any(a.party_ids)))`;

const policies = (make: string, drop: string) => `
  alter policy make_document on agreement_document with check (centre_id = actor_centre() and (${OF_SYSTEM} or ${make}));
  alter policy drop_document on agreement_document using (centre_id = actor_centre() and (${OF_SYSTEM}${drop}));`;

export class AttachDocuments20261130063000 implements MigrationInterface {
  name = "AttachDocuments20261130063000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- nobody could hand one in before
      alter table agreement_document add column partner_id uuid not null,
        add foreign key (centre_id, partner_id) references partner (centre_id, id);
      create index agreement_document_partner on agreement_document (centre_id, partner_id);
      ${policies(
        `(uploaded_by = actor_account() and partner_id = actor_partner() and (actor_is('OUS') or ${OF_PARTY}))`,
        ` or actor_is('OUS') or (partner_id = actor_partner() and ${OF_PARTY})`,
      )}

      create function guard_agreement_document() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          settled boolean;
        begin
          perform set_config('splot.kind', 'system', true);
          select exists (select from agreement a where a.centre_id = old.centre_id and a.id = old.agreement_id
            and (a.status not in ('DRAFT', 'IN_NEGOTIATION', 'AGREED')
              or exists (select from agreement_party y where y.centre_id = a.centre_id and y.agreement_id = a.id
                and y.signed_on is not null))) into settled;
          perform set_config('splot.kind', kind, true);
          if settled then
            raise exception 'what was signed beside stays' using errcode = '42501';
          end if;
          return old;
        end $$;
      create trigger guard_agreement_document before delete on agreement_document
        for each row execute function guard_agreement_document();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_agreement_document on agreement_document;
      drop function guard_agreement_document;
      ${policies(
        `(uploaded_by = actor_account() and (actor_is('OUS') or ${OF_PARTY}))`,
        "",
      )}
      alter table agreement_document drop column partner_id;
    `);
  }
}
