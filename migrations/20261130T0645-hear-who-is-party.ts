// The second wall of reading agreements: talks are for their parties, and who left keeps what was in force up to its day.
import type { MigrationInterface, QueryRunner } from "typeorm";

const HUB = `'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'IOD'`;
const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const OTHERS = `${PARTNER_ROLES}, 'RESIDENT_REP', 'AUTHORITY'`;

const readAgreement = (others: string) => `
  alter policy read_agreement on agreement using (
    centre_id = actor_centre() and (actor_kind() = 'system' or actor_is(${HUB}) or ${others}));`;

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

const reads = (parties: string) =>
  readers
    .map(
      ([name, hub, party]) => `
  create or replace function ${name}(agreement_id uuid) returns boolean language sql stable
    as $$ select exists (select from agreement a where a.centre_id = actor_centre() and a.id = agreement_id
      and (actor_is(${hub}) or (actor_is(${party}) and actor_partner() = any(a.${parties})))) $$;`,
    )
    .join("");

const OF_SYSTEM = "actor_kind() = 'system'";

const documents = (parties: string) => {
  const ofParty = `(actor_is('PARTNER_ADMIN') and exists (select from agreement a where a.centre_id = actor_centre()
      and a.id = agreement_id and actor_partner() = any(a.${parties})))`;
  return `
  alter policy make_document on agreement_document with check (centre_id = actor_centre() and (${OF_SYSTEM}
    or (uploaded_by = actor_account() and partner_id = actor_partner() and (actor_is('OUS') or ${ofParty}))));
  alter policy drop_document on agreement_document using (centre_id = actor_centre() and (${OF_SYSTEM}
    or actor_is('OUS') or (partner_id = actor_partner() and ${ofParty})));`;
};

/** Also what who left had signed before. */
const versions = (further: { version: string; finance: string }) => `
  alter policy read_version on agreement_version using (
    centre_id = actor_centre() and (${OF_SYSTEM} or reads_terms(agreement_id)${further.version}));
  alter policy read_finance on agreement_finance using (
    centre_id = actor_centre() and (${OF_SYSTEM} or reads_finance(agreement_id)${further.finance}));`;

/** What the organiser's hand moves, and that no other hand says who is a party. */
const guardAgreement = (columns: string) => `
  create or replace function guard_agreement() returns trigger language plpgsql as $$
    declare
      -- what a step of the organiser takes along
      movable text[] := array['status', 'ended_on', 'end_reason', 'suspended_on', 'suspend_reason', 'auto_renew', 'valid_to',
        'version', 'updated_at'];
    begin
      if actor_kind() = 'system' then
        return new;
      end if;
      -- all other steps follow from what parties say, or from the calendar
      if ${columns} or new.status <> old.status and (old.status, new.status) not in (('DRAFT', 'IN_NEGOTIATION'),
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
    end $$;`;

const keepParties = (present: string) => `
  create or replace function keep_agreement_parties() returns trigger language plpgsql as $$
    declare
      kind text := actor_kind();
      agreement uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
      centre uuid := case tg_op when 'DELETE' then old.centre_id else new.centre_id end;
    begin
      perform set_config('splot.kind', 'system', true);
      update agreement a set party_ids = array(select y.partner_id from agreement_party y
          where y.centre_id = centre and y.agreement_id = agreement order by y.partner_id)${present}
        where a.centre_id = centre and a.id = agreement;
      perform set_config('splot.kind', kind, true);
      return null;
    end $$;`;

export class HearWhoIsParty20261130064500 implements MigrationInterface {
  name = "HearWhoIsParty20261130064500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- those who have not left; the calendar takes out who has given notice
      alter table agreement add column present_ids uuid[] not null default '{}';
      ${keepParties(`,
        present_ids = array(select y.partner_id from agreement_party y
          where y.centre_id = centre and y.agreement_id = agreement and y.left_on is null order by y.partner_id)`)}
      alter table agreement no force row level security;
      alter table agreement_party no force row level security;
      alter table agreement disable trigger guard_agreement;
      update agreement a set present_ids = array(select y.partner_id from agreement_party y
        where y.centre_id = a.centre_id and y.agreement_id = a.id and y.left_on is null order by y.partner_id);
      alter table agreement enable trigger guard_agreement;
      alter table agreement force row level security;
      alter table agreement_party force row level security;
      ${guardAgreement("(new.party_ids, new.present_ids) is distinct from (old.party_ids, old.present_ids)")}
    `);
    await runner.query(`
      ${readAgreement(`(actor_is(${OTHERS}) and status not in ('DRAFT', 'IN_NEGOTIATION', 'AGREED', 'REJECTED'))
        or (actor_is(${PARTNER_ROLES}) and status <> 'DRAFT' and actor_partner() = any(party_ids))`)}
      ${reads("present_ids")}
      ${documents("present_ids")}
      create function was_party_until(agreement_id uuid, effective_from date) returns boolean language sql stable
        as $$ select actor_is(${PARTNER_ROLES}) and exists (select from agreement_party y where y.centre_id = actor_centre()
          and y.agreement_id = was_party_until.agreement_id and y.partner_id = actor_partner()
          and y.left_on > coalesce(effective_from, '-infinity')) $$;
      ${versions({
        version:
          "\n      or (status in ('IN_FORCE', 'PAST') and was_party_until(agreement_id, effective_from))",
        finance: `
      or (actor_is('PARTNER_ADMIN') and exists (select from agreement_version v where v.centre_id = agreement_finance.centre_id
        and v.agreement_id = agreement_finance.agreement_id and v.revision = agreement_finance.revision
        and v.status in ('IN_FORCE', 'PAST') and was_party_until(v.agreement_id, v.effective_from)))`,
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${versions({ version: "", finance: "" })}
      drop function was_party_until;
      ${documents("party_ids")}
      ${reads("party_ids")}
      ${readAgreement(`(status <> 'DRAFT' and actor_is(${OTHERS}))`)}
      ${guardAgreement("new.party_ids is distinct from old.party_ids")}
      ${keepParties("")}
      alter table agreement drop column present_ids;
    `);
  }
}
