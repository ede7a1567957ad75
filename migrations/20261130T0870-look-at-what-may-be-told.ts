// A partner looks at what might still be sent to it at this moment; an emergency's own basis carries emergencies alone; who left finishes what it has in the newer tables too.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OPEN = `('SENT', 'RECEIVED', 'INFO_REQUESTED', 'WAITLISTED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')`;

const OWN = "partner_id = actor_partner()";
/** Tables since the wall around who left: what of them is an organisation's own (decision 0043). */
const HANDED_OVER = [
  "appointment",
  "attendance",
  "referral_keeping",
  "referral_message",
] as const;

/** Whoever asks says how soon an answer is needed; the rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;
const ASKS = [
  ["hold_against_basis", "new.disclosure_level", "new.priority"],
  ["guard_offer_basis", "new.disclosure_level", "new.priority"],
  ["guard_referral_scope", "sent.disclosure_level", "sent.priority"],
] as const;
const asking = (level: string) => `service_id, ${level}, `;

const covered = (further: { argument: string; asks: string }) => `
  create function is_covered(of_case uuid, of_partner uuid, of_service uuid, of_level text,${further.argument} of_fields text[],
      moment timestamptz) returns boolean language sql stable as $$
    select case_is_kept(actor_centre(), of_case) is distinct from 'RESTRICTED'
          and exists (select from disclosure_basis b
      where b.centre_id = actor_centre() and b.case_id = of_case and b.partner_id = of_partner
        and (b.service_id is null or b.service_id = of_service)${further.asks}
        and level_order(b.max_level) >= level_order(of_level) and of_fields <@ b.fields
        and b.revoked_at is null and b.given_at <= moment and (b.valid_to is null or b.valid_to > moment)) $$;`;

const sights = (asks: string) => `
  create or replace function sights(of_referrals uuid[], moment timestamptz) returns table (referral_id uuid, fields text[])
    language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      kind text := actor_kind();
      sees boolean := actor_is('PARTNER_REFERRALS') and actor_link() is null;
    begin
      perform set_config('splot.kind', 'system', true);
      return query select r.id, p.fields from referral r
        join referral_scope p on p.centre_id = r.centre_id and p.referral_id = r.id
        where sees and r.centre_id = actor_centre() and r.partner_id = actor_partner() and r.id = any(of_referrals)
          and r.status in ${OPEN}
          and ${asks};
      perform set_config('splot.kind', kind, true);
    end $$;`;

const AS_GIVEN = `(new.centre_id, new.id, new.case_id, new.partner_id, new.service_id, new.max_level, new.fields, new.basis,
                new.given_by, new.form, new.text_version, new.given_at, new.valid_to, new.recorded_at, new.note_due_at)
              is distinct from (old.centre_id, old.id, old.case_id, old.partner_id, old.service_id, old.max_level,
                old.fields, old.basis, old.given_by, old.form, old.text_version, old.given_at, old.valid_to,
                old.recorded_at, old.note_due_at)`;

const guardBasis = (of: { begins: string; changes: string }) => `
  create or replace function guard_basis() returns trigger language plpgsql as $$
    begin
      if actor_kind() in ('system', 'forgetting') then
        return new;
      end if;
      if tg_op = 'INSERT' then
        if new.revoked_at is not null or new.max_level = 'L0_TOKEN' or not exists (select from case_ref c
            where c.centre_id = new.centre_id and c.id = new.case_id and c.closed_on is null) then
          raise exception 'a basis begins in an open case' using errcode = '42501';
        end if;${of.begins}
        return new;
      end if;
      if ${AS_GIVEN}${of.changes}
      return new;
    end $$;`;

export class LookAtWhatMayBeTold20261130087000 implements MigrationInterface {
  name = "LookAtWhatMayBeTold20261130087000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- as cases/bases/travel-limits.ts: what an agreement of this day and the programme let this partner be told
      create function may_be_told(of_partner uuid, of_service uuid, of_level text, of_fields text[], day date)
        returns boolean language sql stable as $$
        select case when exists (select from carrying_agreements(of_partner, of_service, day))
            then exists (select from carrying_agreements(of_partner, of_service, day) as carrying(id)
              where level_order(of_level) <= level_order(highest_level(carrying.id, of_partner, of_service, day)))
            else exists (select from partner p join centre c on c.id = p.centre_id
              where p.centre_id = actor_centre() and p.id = of_partner
                and (c.hub_partner_id = p.id or p.data_role = 'SAME_CONTROLLER')) end
          and not exists (select from service s
            left join programme g on g.centre_id = s.centre_id and g.id = s.programme_id
            where s.centre_id = actor_centre() and s.id = of_service
              and case when g.id is null then of_fields && array['BIRTH_DATE', 'CRIMINAL_DATA']
                else not of_fields <@ coalesce(g.personal_data, '{}') end) $$;
      ${covered({
        argument: " of_priority text,",
        asks: `
        and (b.basis <> 'VITAL_INTEREST' or of_priority = 'EMERGENCY')`,
      })}
      ${ASKS.map(([name, level, priority]) =>
        rewrite(name, asking(level), `${asking(level)}${priority}, `),
      ).join("")}
      ${sights(`is_covered(p.case_id, r.partner_id, r.service_id, r.disclosure_level, r.priority, p.fields, moment)
          and may_be_told(r.partner_id, r.service_id, r.disclosure_level, p.fields, (moment at time zone 'Europe/Warsaw')::date)`)}
      drop function is_covered(uuid, uuid, uuid, text, text[], timestamptz);
      ${guardBasis({
        begins: `
        if (new.basis = 'VITAL_INTEREST' or new.note_due_at is not null) and not coalesce(new.basis = 'VITAL_INTEREST'
            and new.max_level = 'L1_CONTACT' and new.service_id is not null and new.note_due_at is not null
            and new.valid_to <= new.given_at + interval '7 days', false) then
          raise exception 'on nobody''s word a service gets in touch for a week, and no more' using errcode = '42501';
        end if;`,
        changes: `
          or (old.revoked_at is not null and (new.revoked_at, new.ended_by) is distinct from (old.revoked_at, old.ended_by)) then
        raise exception 'a basis is kept as it was given, and ends once' using errcode = '42501';
      end if;
      if new.note is distinct from old.note and (old.note is not null or old.note_due_at is null) then
        raise exception 'what an emergency was is said once' using errcode = '42501';
      end if;`,
      })}
      ${HANDED_OVER.map(
        (table) =>
          `alter policy narrow_left on ${table} using (not actor_left() or (${OWN}));`,
      ).join("\n      ")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${HANDED_OVER.map(
        (table) =>
          `alter policy narrow_left on ${table} using (not actor_left());`,
      ).join("\n      ")}
      ${guardBasis({
        begins: "",
        changes: ` or old.revoked_at is not null then
        raise exception 'a basis is kept as it was given, and ends once' using errcode = '42501';
      end if;`,
      })}
      ${covered({ argument: "", asks: "" })}
      ${sights(
        `is_covered(p.case_id, r.partner_id, r.service_id, r.disclosure_level, p.fields, moment)`,
      )}
      ${ASKS.map(([name, level, priority]) =>
        rewrite(name, `${asking(level)}${priority}, `, asking(level)),
      ).join("")}
      drop function is_covered(uuid, uuid, uuid, text, text, text[], timestamptz);
      drop function may_be_told;
    `);
  }
}
