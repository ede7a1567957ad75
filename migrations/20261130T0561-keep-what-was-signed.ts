// The second wall of what was signed: its terms and its parties stay, a draft is the hub's; and former orders stay with their periods.
import type { MigrationInterface, QueryRunner } from "typeorm";

const HUB = `'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'IOD'`;
const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const OTHERS = `${PARTNER_ROLES}, 'RESIDENT_REP', 'AUTHORITY'`;

const readAgreement = (who: string) => `
  alter policy read_agreement on agreement using (
    centre_id = actor_centre() and (actor_kind() = 'system' or ${who}));`;

/** Functions that say who reads more of an agreement than its list. */
const readers = [
  [
    "reads_terms",
    "'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'AUTHORITY', 'IOD'",
    PARTNER_ROLES,
  ],
  ["reads_finance", "'OUS', 'DIRECTOR', 'AUTHORITY'", "'PARTNER_ADMIN'"],
  ["reads_papers", "'OUS', 'DIRECTOR'", "'PARTNER_ADMIN'"],
] as const;

/** Of what she may read at all: row security is asked for the agreement as well. */
const readsWhatIsRead = readers
  .map(
    ([name, hub, party]) => `
  create or replace function ${name}(agreement_id uuid) returns boolean language sql stable
    as $$ select exists (select from agreement a where a.centre_id = actor_centre() and a.id = agreement_id
      and (actor_is(${hub}) or (actor_is(${party}) and actor_partner() = any(a.party_ids)))) $$;`,
  )
  .join("");

const readsWhatever = readers
  .map(
    ([name, hub, party]) => `
  create or replace function ${name}(agreement_id uuid) returns boolean language sql stable
    as $$ select actor_is(${hub}) or (actor_is(${party}) and exists (select from agreement a
      where a.centre_id = actor_centre() and a.id = agreement_id and actor_partner() = any(a.party_ids))) $$;`,
  )
  .join("");

/** What the organiser writes while the terms are talked about, and nobody has signed. */
const written = [
  ["insert", "make_service", "agreement_service"],
  ["update", "change_service", "agreement_service"],
  ["delete", "drop_service", "agreement_service"],
  ["insert", "make_task", "agreement_task"],
  ["update", "change_task", "agreement_task"],
  ["delete", "drop_task", "agreement_task"],
  ["insert", "make_finance", "agreement_finance"],
  ["update", "change_finance", "agreement_finance"],
  ["insert", "make_party", "agreement_party"],
] as const;

const writes = (onlyWhere: (policy: string) => string) =>
  written
    .map(
      ([verb, policy, table]) => `
  alter policy ${policy} on ${table} ${verb === "insert" ? "with check" : "using"} (
    centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS')${onlyWhere(policy)})));`,
    )
    .join("");

const SIGNATURE = [
  "signed_on",
  "signatory_name",
  "authority",
  "signature_kind",
  "signed_by_account",
];
const of = (row: "new" | "old") =>
  SIGNATURE.map((column) => `${row}.${column}`).join(", ");

/** Who signed stays as it was written, and is signed for by whoever is here. */
const SIGNED_OTHERWISE = `(old.signed_on is not null and (${of("new")}) is distinct from (${of("old")}))
              or (new.signed_on is not null and old.signed_on is null and new.signed_by_account is distinct from actor_account())`;

const guardParty = (further: string) => `
  create or replace function guard_agreement_party() returns trigger language plpgsql as $$
    begin
      if actor_kind() = 'system' then
        return new;
      end if;
      if (new.centre_id, new.agreement_id, new.partner_id, new.is_required, new.contact_person_id)
            is distinct from (old.centre_id, old.agreement_id, old.partner_id, old.is_required, old.contact_person_id)
          or ${SIGNED_OTHERWISE}${further} then
        raise exception 'a party keeps what it is, and what it signed' using errcode = '42501';
      end if;
      return new;
    end $$;`;

const holdSignatures = (isUnsigned: string) => `
  create or replace function hold_signatures() returns trigger language plpgsql as $$
    declare
      kind text := actor_kind();
      unsigned boolean;
    begin
      perform set_config('splot.kind', 'system', true);
      select ${isUnsigned} into unsigned;
      perform set_config('splot.kind', kind, true);
      if unsigned then
        raise exception 'an agreement binds when all have signed' using errcode = '42501';
      end if;
      return null;
    end $$;`;

const UNSIGNED = `exists (select from agreement a join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id
            where a.centre_id = new.centre_id and a.id = new.id and a.status in ('SIGNED', 'ACTIVE')
              and y.is_required and y.left_on is null and y.signed_on is null)`;

const BUYER = `centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS'))`;

export class KeepWhatWasSigned20261130056100 implements MigrationInterface {
  name = "KeepWhatWasSigned20261130056100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${readAgreement(`actor_is(${HUB}) or (status <> 'DRAFT' and actor_is(${OTHERS}))`)}
      ${readsWhatIsRead}

      create function is_negotiated(agreement_id uuid) returns boolean language sql stable
        as $$ select exists (select from agreement a where a.centre_id = actor_centre() and a.id = agreement_id
          and a.status in ('DRAFT', 'IN_NEGOTIATION')) $$;
      create function is_proposed_version(agreement_id uuid, revision integer) returns boolean language sql stable
        as $$ select exists (select from agreement_version v where v.centre_id = actor_centre()
          and v.agreement_id = is_proposed_version.agreement_id and v.revision = is_proposed_version.revision
          and v.status = 'PROPOSED') $$;
      ${writes((policy) =>
        policy === "make_finance"
          ? " and (is_negotiated(agreement_id) or is_proposed_version(agreement_id, revision))"
          : " and is_negotiated(agreement_id)",
      )}

      ${guardParty(`
          or (old.left_on is not null and (new.left_on, new.leave_reason) is distinct from (old.left_on, old.leave_reason))`)}
      ${holdSignatures(`${UNSIGNED}
            or exists (select from agreement a where a.centre_id = new.centre_id and a.id = new.id
              and a.status in ('SIGNED', 'ACTIVE') and cardinality(a.party_ids) < 2)`)}

      create function guard_agreement() returns trigger language plpgsql as $$
        declare
          -- what a step of the organiser takes along
          movable text[] := array['status', 'ended_on', 'end_reason', 'suspended_on', 'suspend_reason', 'auto_renew', 'valid_to',
            'version', 'updated_at'];
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          -- all other steps follow from what parties say, or from the calendar
          if new.party_ids is distinct from old.party_ids or new.status <> old.status and (old.status, new.status) not in (('DRAFT', 'IN_NEGOTIATION'),
              ('SIGNED', 'SUSPENDED'), ('ACTIVE', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'),
              ('SIGNED', 'TERMINATED'), ('ACTIVE', 'TERMINATED'), ('SUSPENDED', 'TERMINATED')) then
            raise exception 'no such step of an agreement for this hand' using errcode = '42501';
          end if;
          if old.status in ('DRAFT', 'IN_NEGOTIATION') then
            return new;
          end if;
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable
              or (new.valid_to is distinct from old.valid_to and (new.valid_to is null or new.valid_to > old.valid_to))
              or (new.auto_renew and not old.auto_renew)
              or (old.ended_on is not null and (new.ended_on, new.end_reason) is distinct from (old.ended_on, old.end_reason)) then
            raise exception 'what was signed is changed by what all sign' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_agreement before update on agreement
        for each row execute function guard_agreement();

      create function guard_agreement_version_party() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if (new.centre_id, new.agreement_id, new.revision, new.partner_id)
                is distinct from (old.centre_id, old.agreement_id, old.revision, old.partner_id)
              or ${SIGNED_OTHERWISE} then
            raise exception 'a signature stays, and is the signer''s own' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_agreement_version_party before update on agreement_version_party
        for each row execute function guard_agreement_version_party();
    `);
    await runner.query(`
      -- [{ toOn, per, lines }], the oldest first: what periods that were over before a later order had been ordered
      alter table agreement_order add column former jsonb not null default '[]' check (jsonb_typeof(former) = 'array');
      create function carries_orders(agreement_id uuid) returns boolean language sql stable
        as $$ select exists (select from agreement a where a.centre_id = actor_centre() and a.id = agreement_id
          and a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED')
          and a.kind not in ('LSR_ACCORD', 'LETTER_OF_INTENT', 'DATA_PROCESSING')) $$;
      alter policy make_agreement_order on agreement_order with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and carries_orders(agreement_id))));
      alter policy change_agreement_order on agreement_order with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and carries_orders(agreement_id))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy change_agreement_order on agreement_order with check (${BUYER});
      alter policy make_agreement_order on agreement_order with check (${BUYER});
      drop function carries_orders;
      alter table agreement_order drop column former;
      drop trigger guard_agreement_version_party on agreement_version_party;
      drop trigger guard_agreement on agreement;
      drop function guard_agreement_version_party, guard_agreement;
      ${holdSignatures(UNSIGNED)}
      ${guardParty("")}
      ${writes(() => "")}
      drop function is_proposed_version, is_negotiated;
      ${readsWhatever}
      ${readAgreement(`actor_is(${HUB}, ${OTHERS})`)}
    `);
  }
}
