// What a basis carried is closed to its partner when it is taken back, also where the referral has ended before, or its case.
import type { MigrationInterface, QueryRunner } from "typeorm";

const ENDED = `('COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')`;

const holding = (ended: string) => `
  do $holding$
    declare
      was text;
    begin
      select c.conname into was from pg_constraint c where c.conrelid = 'referral'::regclass and c.contype = 'c'
        and pg_get_constraintdef(c.oid) like '%basis_withdrawn%';
      execute format('alter table referral drop constraint %I', was);
    end $holding$;
  alter table referral add constraint referral_basis_withdrawn check (not basis_withdrawn or ${ended});`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const PARTIES = `if (new.partner_id, new.service_id, new.sender_account_id, new.number, new.units)`;
const ONCE = `(old.revoked_at is not null and (new.revoked_at, new.ended_by) is distinct from (old.revoked_at, old.ended_by))`;
const RESTING = `then format('%s:withdraw-resting:%s'`;

const REWRITTEN = [
  [
    "guard_referral_transition",
    PARTIES,
    `-- what it rested on was taken back: an ended one stays where it is
          if new.basis_withdrawn <> old.basis_withdrawn and (new.status = old.status or new.status <> 'WITHDRAWN') then
            if new.status = old.status and old.status in ${ENDED} and new.basis_withdrawn
                and (actor_kind() = 'system' or (actor_is('KIPUS') and new.sender_account_id = actor_account()))
                and to_jsonb(new) - array['basis_withdrawn', 'version', 'updated_at']
                  = to_jsonb(old) - array['basis_withdrawn', 'version', 'updated_at'] then
              return new;
            end if;
            raise exception 'that a basis was taken back is the coordinator''s to say' using errcode = '42501';
          end if;
          ${PARTIES}`,
  ],
  [
    "guard_basis",
    ONCE,
    `(old.revoked_at is not null and (new.revoked_at, new.ended_by) is distinct from (old.revoked_at, old.ended_by)
            -- also what ended with its case may be taken back
            and not coalesce(old.ended_by = 'CASE_CLOSED' and new.ended_by = 'WITHDRAWN'
              and new.revoked_at >= old.revoked_at, false))`,
  ],
  // one that ended meanwhile is still to be closed
  ["end_timers", RESTING, `and new.basis_withdrawn ${RESTING}`],
] as const;

const WORDS = [
  ["read_message", "referral_message"],
  ["read_appointment", "appointment"],
  ["read_service_suggestion", "service_suggestion"],
] as const;
const reading = (further: string) =>
  WORDS.map(
    ([policy, table]) => `
      alter policy ${policy} on ${table} using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (actor_is('KIPUS') and sender_account_id = actor_account())
        or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner() and exists (select from referral r
          where r.centre_id = ${table}.centre_id and r.id = ${table}.referral_id and r.status <> 'WITHDRAWN'${further}))));`,
  ).join("");

export class CloseWhatEnded20261130102500 implements MigrationInterface {
  name = "CloseWhatEnded20261130102500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holding(`status in ${ENDED}`));
    for (const [name, from, to] of REWRITTEN)
      await runner.query(rewrite(name, from, to));
    await runner.query(reading(" and not r.basis_withdrawn"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reading(""));
    for (const [name, from, to] of [...REWRITTEN].reverse())
      await runner.query(rewrite(name, to, from));
    await runner.query(`
      do $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'erasure', true);
          update referral set basis_withdrawn = false where basis_withdrawn and status <> 'WITHDRAWN';
          perform set_config('splot.kind', kind, true);
        end $$;
      ${holding("status = 'WITHDRAWN'")}
    `);
  }
}
