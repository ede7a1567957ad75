// The second wall of the life of an agreement: who drafts and changes it, who speaks and signs for a party, and that nothing binds unsigned.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OF_SYSTEM = "actor_kind() = 'system'";
const OF_PARTY = (agreement: string) =>
  `(actor_is('PARTNER_ADMIN') and exists (select from agreement a where a.centre_id = actor_centre()
      and a.id = ${agreement} and actor_partner() = any(a.party_ids)))`;

/** Beside the system: who writes which rows; each policy as it stood before, for the way back. */
const widened = [
  ["insert", "make_service", "agreement_service", "actor_is('OUS')"],
  ["update", "change_service", "agreement_service", "actor_is('OUS')"],
  ["delete", "drop_service", "agreement_service", "actor_is('OUS')"],
  ["insert", "make_task", "agreement_task", "actor_is('OUS')"],
  ["update", "change_task", "agreement_task", "actor_is('OUS')"],
  ["delete", "drop_task", "agreement_task", "actor_is('OUS')"],
  ["insert", "make_finance", "agreement_finance", "actor_is('OUS')"],
  ["update", "change_finance", "agreement_finance", "actor_is('OUS')"],
  [
    "insert",
    "make_version",
    "agreement_version",
    "(actor_is('OUS') and status = 'PROPOSED' and made_by = actor_account())",
  ],
  [
    "insert",
    "make_version_party",
    "agreement_version_party",
    "(actor_is('OUS') and signed_on is null)",
  ],
  [
    "update",
    "change_version_party",
    "agreement_version_party",
    "actor_is('OUS') or (actor_is('DIRECTOR', 'PARTNER_ADMIN') and partner_id = actor_partner())",
  ],
  [
    "insert",
    "make_remark",
    "agreement_remark",
    "(made_by = actor_account() and partner_id = actor_partner() and reads_papers(agreement_id))",
  ],
  [
    "insert",
    "make_document",
    "agreement_document",
    `(uploaded_by = actor_account() and (actor_is('OUS') or ${OF_PARTY("agreement_id")}))`,
  ],
  ["update", "change_agreement", "agreement", "actor_is('OUS')"],
  [
    "update",
    "change_party",
    "agreement_party",
    "actor_is('OUS') or (actor_is('DIRECTOR', 'PARTNER_ADMIN') and partner_id = actor_partner())",
  ],
] as const;

const alter = (who: (further: string) => string) =>
  widened
    .map(
      ([verb, policy, table, further]) =>
        `alter policy ${policy} on ${table} ${verb === "insert" ? "with check" : "using"} (
           centre_id = actor_centre() and (${who(further)}));`,
    )
    .join("\n");

const makeAgreement = (states: string) => `
  alter policy make_agreement on agreement with check (
    centre_id = actor_centre() and (${OF_SYSTEM} or (actor_is('OUS') and status in (${states}))));`;

export class LetPartiesSpeak20261130045100 implements MigrationInterface {
  name = "LetPartiesSpeak20261130045100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${alter((further) => `${OF_SYSTEM} or ${further}`)}
      ${makeAgreement("'ACTIVE', 'DRAFT'")}
      call grant_application('agreement', 'delete');
      create policy drop_agreement on agreement for delete using (
        centre_id = actor_centre() and actor_is('OUS') and status = 'DRAFT');
      -- the agreement's own parties, the director for the hub; what the organiser does is her right of NETWORK
      create policy write_agreement_event on event for insert with check (
        centre_id = actor_centre() and topic = 'NETWORK' and type like 'Agreement%'
        and actor_account_id = actor_account() and actor_partner_id = actor_partner()
        and (actor_is('DIRECTOR') or ${OF_PARTY("subject_id")}));
      alter table agreement_party drop constraint agreement_party_centre_id_agreement_id_fkey,
        add foreign key (centre_id, agreement_id) references agreement (centre_id, id) on delete cascade;

      create function guard_agreement_party() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if (new.centre_id, new.agreement_id, new.partner_id, new.is_required, new.contact_person_id)
                is distinct from (old.centre_id, old.agreement_id, old.partner_id, old.is_required, old.contact_person_id)
              or (old.signed_on is not null and (new.signed_on, new.signatory_name, new.authority, new.signature_kind, new.signed_by_account)
                is distinct from (old.signed_on, old.signatory_name, old.authority, old.signature_kind, old.signed_by_account))
              or (new.signed_on is not null and old.signed_on is null and new.signed_by_account is distinct from actor_account()) then
            raise exception 'a party keeps what it is, and what it signed' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_agreement_party before update on agreement_party
        for each row execute function guard_agreement_party();

      -- whatever way it came to be so: what binds was signed by all who must
      create function hold_signatures() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          unsigned boolean;
        begin
          perform set_config('splot.kind', 'system', true);
          select exists (select from agreement a join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id
            where a.centre_id = new.centre_id and a.id = new.id and a.status in ('SIGNED', 'ACTIVE')
              and y.is_required and y.left_on is null and y.signed_on is null) into unsigned;
          perform set_config('splot.kind', kind, true);
          if unsigned then
            raise exception 'an agreement binds when all have signed' using errcode = '42501';
          end if;
          return null;
        end $$;
      create constraint trigger hold_signatures after insert or update of status on agreement
        deferrable initially deferred for each row execute function hold_signatures();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_signatures on agreement;
      drop trigger guard_agreement_party on agreement_party;
      drop function hold_signatures, guard_agreement_party;
      alter table agreement_party drop constraint agreement_party_centre_id_agreement_id_fkey,
        add foreign key (centre_id, agreement_id) references agreement (centre_id, id);
      drop policy write_agreement_event on event;
      drop policy drop_agreement on agreement;
      do $$ begin
        execute format('revoke delete on agreement from %I', current_setting('splot.application_role'));
      end $$;
      ${makeAgreement("'ACTIVE'")}
      ${alter(() => OF_SYSTEM)}
    `);
  }
}
