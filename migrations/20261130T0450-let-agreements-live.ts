// What an agreement holds through its life: terms, who does what, money, versions, documents and what parties say to it.
import type { MigrationInterface, QueryRunner } from "typeorm";

const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;

/** Tables beside the agreement, whom the second wall lets read them, and what the application may do there. */
const parts = [
  ["agreement_service", "reads_terms", "select, insert, update, delete"],
  ["agreement_task", "reads_terms", "select, insert, update, delete"],
  ["agreement_version", "reads_terms", "select, insert, update"],
  ["agreement_version_party", "reads_terms", "select, insert, update"],
  ["agreement_finance", "reads_finance", "select, insert, update"],
  ["agreement_document", "reads_papers", "select, insert, delete"],
  ["agreement_remark", "reads_papers", "select, insert"],
] as const;

/** Reading what is more than list, dates and parties: these roles of the hub, and these of a party. */
const reads = (name: string, hub: string, party: string) => `
  create function ${name}(agreement_id uuid) returns boolean language sql stable
    as $$ select actor_is(${hub}) or (actor_is(${party}) and exists (select from agreement a
      where a.centre_id = actor_centre() and a.id = agreement_id and actor_partner() = any(a.party_ids))) $$;`;

const wallOf = ([table, readers, privileges]: (typeof parts)[number]) => {
  const noun = table.replace("agreement_", "");
  const ofSystem = "centre_id = actor_centre() and actor_kind() = 'system'";
  const write = {
    insert: `create policy make_${noun} on ${table} for insert with check (${ofSystem});`,
    update: `create policy change_${noun} on ${table} for update using (${ofSystem});`,
    delete: `create policy drop_${noun} on ${table} for delete using (${ofSystem});`,
  };
  return `
    call wall('${table}');
    call grant_application('${table}', '${privileges}');
    create policy read_${noun} on ${table} for select using (
      centre_id = actor_centre() and (actor_kind() = 'system' or ${readers}(agreement_id)));
    ${Object.entries(write)
      .filter(([verb]) => privileges.includes(verb))
      .map(([, policy]) => policy)
      .join("\n    ")}`;
};

const without = (table: string, columns: string) =>
  `alter table ${table} ${columns
    .split(/\s+/)
    .map((column) => `drop column ${column}`)
    .join(", ")};`;

export class LetAgreementsLive20261130045000 implements MigrationInterface {
  name = "LetAgreementsLive20261130045000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement
        add column party_ids uuid[] not null default '{}',
        add column purpose text,
        add column notice_days integer check (notice_days >= 0),
        add column auto_renew boolean not null default false,
        -- by how much an agreement that renews itself is prolonged
        add column renew_months integer check (renew_months > 0),
        add column meetings_per_year integer check (meetings_per_year >= 0),
        add column reporting text,
        add column dispute_clause text,
        add column network_id uuid,
        add column programme_id uuid,
        -- data of the highest level, only where the agreement says so (domain 4.2)
        add column allows_sensitive boolean not null default false,
        add column dpa_agreement_id uuid,
        add column is_public boolean not null default false,
        -- which version of the terms is in force
        add column revision integer not null default 1 check (revision > 0),
        add column ended_on date,
        add column end_reason text,
        add column suspended_on date,
        add column suspend_reason text,
        add foreign key (centre_id, network_id) references network (centre_id, id),
        add foreign key (centre_id, dpa_agreement_id) references agreement (centre_id, id),
        add check (not auto_renew or (valid_to is not null and renew_months is not null));
      create index agreement_network on agreement (centre_id, network_id);
      create index agreement_programme on agreement (centre_id, programme_id);
      create index agreement_dpa on agreement (centre_id, dpa_agreement_id);
      create index agreement_last_day on agreement (centre_id, valid_to);

      alter table agreement_party
        add column is_required boolean not null default true,
        add column contact_person_id uuid,
        add column agreed_on date,
        add column signatory_name text,
        -- in what capacity she signs, e.g. as the chair, or by what authority
        add column authority text,
        add column signature_kind text check (signature_kind in ('PAPER', 'QUALIFIED', 'TRUSTED_PROFILE')),
        add column signed_by_account uuid references account (id),
        add column left_on date,
        add column leave_reason text,
        add foreign key (centre_id, contact_person_id) references contact_person (centre_id, id);
      create index agreement_party_signer on agreement_party (signed_by_account);
      create index agreement_party_contact on agreement_party (centre_id, contact_person_id);

      -- places of this service kept for the network; no row of an agreement: all services of its parties
      create table agreement_service (
        centre_id uuid not null,
        agreement_id uuid not null,
        service_id uuid not null,
        places_kept integer not null default 0 check (places_kept >= 0),
        primary key (centre_id, agreement_id, service_id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade,
        foreign key (centre_id, service_id) references service (centre_id, id)
      );
      create index agreement_service_service on agreement_service (centre_id, service_id);

      create table agreement_task (
        centre_id uuid not null,
        id uuid not null,
        agreement_id uuid not null,
        position integer not null check (position > 0),
        task text not null,
        partner_id uuid not null,
        part text not null check (part in ('RESPONSIBLE', 'CONTRIBUTES', 'INFORMED')),
        primary key (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade,
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create unique index agreement_task_order on agreement_task (centre_id, agreement_id, position);
      create index agreement_task_partner on agreement_task (centre_id, partner_id);

      create table agreement_version (
        centre_id uuid not null,
        agreement_id uuid not null,
        revision integer not null check (revision > 0),
        status text not null check (status in ('PROPOSED', 'IN_FORCE', 'PAST', 'REJECTED')),
        -- all terms but money, which stands apart
        terms jsonb not null,
        changes jsonb not null,
        effective_from date,
        made_by uuid references account (id),
        made_at timestamptz not null,
        primary key (centre_id, agreement_id, revision),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade
      );
      create unique index agreement_version_in_force on agreement_version (centre_id, agreement_id) where status = 'IN_FORCE';
      create unique index agreement_version_proposed on agreement_version (centre_id, agreement_id) where status = 'PROPOSED';
      create index agreement_version_maker on agreement_version (made_by);

      create table agreement_version_party (
        centre_id uuid not null,
        agreement_id uuid not null,
        revision integer not null,
        partner_id uuid not null,
        signed_on date,
        signatory_name text,
        authority text,
        signature_kind text check (signature_kind in ('PAPER', 'QUALIFIED', 'TRUSTED_PROFILE')),
        signed_by_account uuid references account (id),
        primary key (centre_id, agreement_id, revision, partner_id),
        foreign key (centre_id, agreement_id, revision) references agreement_version (centre_id, agreement_id, revision) on delete cascade,
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index agreement_version_party_partner on agreement_version_party (centre_id, partner_id);
      create index agreement_version_party_signer on agreement_version_party (signed_by_account);

      -- apart, since fewer may see it (domain 1.14); of each version
      create table agreement_finance (
        centre_id uuid not null,
        agreement_id uuid not null,
        revision integer not null check (revision > 0),
        mode text,
        amount_grosze bigint check (amount_grosze >= 0),
        settlement_rules text,
        primary key (centre_id, agreement_id, revision),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade
      );

      create table agreement_document (
        centre_id uuid not null,
        id uuid not null,
        agreement_id uuid not null,
        file_name text not null,
        mime text not null check (mime in ('application/pdf', 'image/png',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
        size integer not null check (size between 1 and 10485760),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        content bytea not null,
        uploaded_by uuid not null references account (id),
        uploaded_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade,
        check (size = octet_length(content)),
        check (sha256 = encode(sha256(content), 'hex'))
      );
      create index agreement_document_agreement on agreement_document (centre_id, agreement_id, uploaded_at);
      create index agreement_document_uploader on agreement_document (uploaded_by);

      create table agreement_remark (
        centre_id uuid not null,
        id uuid not null,
        agreement_id uuid not null,
        -- the party that speaks
        partner_id uuid not null,
        text text not null,
        made_by uuid not null references account (id),
        made_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade,
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index agreement_remark_agreement on agreement_remark (centre_id, agreement_id, made_at);
      create index agreement_remark_partner on agreement_remark (centre_id, partner_id);
      create index agreement_remark_maker on agreement_remark (made_by);
    `);
    await runner.query(`
      create function keep_agreement_parties() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          agreement uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
          centre uuid := case tg_op when 'DELETE' then old.centre_id else new.centre_id end;
        begin
          perform set_config('splot.kind', 'system', true);
          update agreement a set party_ids = array(select y.partner_id from agreement_party y
              where y.centre_id = centre and y.agreement_id = agreement order by y.partner_id)
            where a.centre_id = centre and a.id = agreement;
          perform set_config('splot.kind', kind, true);
          return null;
        end $$;
      create trigger keep_agreement_parties after insert or delete on agreement_party
        for each row execute function keep_agreement_parties();

      alter table agreement no force row level security;
      alter table agreement_party no force row level security;
      update agreement a set party_ids = array(select y.partner_id from agreement_party y
        where y.centre_id = a.centre_id and y.agreement_id = a.id order by y.partner_id);
      alter table agreement force row level security;
      alter table agreement_party force row level security;

      ${reads("reads_terms", "'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'AUTHORITY', 'IOD'", PARTNER_ROLES)}
      ${reads("reads_finance", "'OUS', 'DIRECTOR', 'AUTHORITY'", "'PARTNER_ADMIN'")}
      ${reads("reads_papers", "'OUS', 'DIRECTOR'", "'PARTNER_ADMIN'")}
      ${parts.map(wallOf).join("")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ${[...parts]
        .reverse()
        .map(([table]) => table)
        .join(", ")};
      drop function reads_papers, reads_finance, reads_terms;
      drop trigger keep_agreement_parties on agreement_party;
      drop function keep_agreement_parties;
      ${without("agreement_party", "is_required contact_person_id agreed_on signatory_name authority signature_kind signed_by_account left_on leave_reason")}
      ${without(
        "agreement",
        `party_ids purpose notice_days auto_renew renew_months meetings_per_year reporting dispute_clause network_id
         programme_id allows_sensitive dpa_agreement_id is_public revision ended_on end_reason suspended_on suspend_reason`,
      )}
      drop index agreement_last_day;
    `);
  }
}
