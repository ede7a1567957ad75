// A wall around people of an organisation that left: whatever their roles, they touch what it still hands over, and nothing else.
import type { MigrationInterface, QueryRunner } from "typeorm";

const LEFT_OUT =
  "execute format('create policy narrow_left on %s as restrictive using (not actor_left())', target);";

const wall = (more: string) => `
  create or replace procedure wall(target regclass) language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);
      call let_backup_read(target);
      execute format('create policy narrow_link on %s as restrictive using (actor_link() is null)', target);
      ${more}
    end $$;`;

const OWN = "partner_id = actor_partner()";
const HERSELF = "account_id = actor_account()";
const ofReferral = (table: string) =>
  `exists (select from referral r where r.centre_id = ${table}.centre_id and r.id = ${table}.referral_id)`;
const ofAgreement = (table: string) =>
  `exists (select from agreement a where a.centre_id = ${table}.centre_id and a.id = ${table}.agreement_id)`;
const partOfAgreement = (table: string) => [table, ofAgreement(table)] as const;

/** What they read and write: who they are, and what runs until it has ended. */
const HANDED_OVER: readonly (readonly [table: string, rows: string])[] = [
  ["account", "id = actor_account()"],
  ["session", HERSELF],
  ["second_factor", HERSELF],
  ["account_identity", HERSELF],
  ["centre_log", "centre_id = actor_centre()"],
  ["request_key", OWN],
  ["event", OWN],
  ["referral", OWN],
  ["capacity", OWN],
  [
    "capacity_event",
    `exists (select from capacity c where c.centre_id = capacity_event.centre_id
      and c.service_id = capacity_event.service_id)`,
  ],
  ["delivery_report", OWN],
  ["settlement_sheet", OWN],
  ["shortfall", OWN],
];

/** What they read and no longer write: the names that a visitor reads, the own offer, what was agreed. */
const READ: readonly (readonly [table: string, rows: string])[] = [
  ["centre", "true"],
  ["assignment", HERSELF],
  ["partner", "true"],
  ["service", `${OWN} or visibility = 'PUBLIC'`],
  ["referral_continuation", ofReferral("referral_continuation")],
  ["agreement", "actor_partner() = any(party_ids)"],
  partOfAgreement("agreement_party"),
  partOfAgreement("agreement_service"),
  partOfAgreement("agreement_task"),
  partOfAgreement("agreement_version"),
  partOfAgreement("agreement_version_party"),
  partOfAgreement("agreement_finance"),
  partOfAgreement("agreement_document"),
  partOfAgreement("agreement_remark"),
  ["agreement_order", OWN],
];

export class NarrowWhoLeft20261130065500 implements MigrationInterface {
  name = "NarrowWhoLeft20261130065500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the system that goes on from what she did is not narrowed
      create function actor_left() returns boolean
        language sql stable parallel safe
        as $$ select actor_kind() = 'member' and coalesce(current_setting('splot.left', true), '') <> '' $$;
      do $$
        declare target regclass;
        begin
          for target in select oid::regclass from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity loop
            ${LEFT_OUT}
          end loop;
        end $$;
      ${wall(LEFT_OUT)}
      ${[...HANDED_OVER, ...READ]
        .map(
          ([table, rows]) =>
            `alter policy narrow_left on ${table} using (not actor_left() or (${rows}));`,
        )
        .join("\n      ")}
      -- of what the application writes there
      do $$
        declare
          target text;
          application text := current_setting('splot.application_role');
        begin
          foreach target in array array[${READ.map(([table]) => `'${table}'`).join(", ")}] loop
            if has_table_privilege(application, target, 'insert') then
              execute format('create policy narrow_left_make on %s as restrictive for insert with check (not actor_left())', target);
            end if;
            if has_any_column_privilege(application, target, 'update') then
              execute format('create policy narrow_left_change on %s as restrictive for update using (not actor_left())', target);
            end if;
            if has_table_privilege(application, target, 'delete') then
              execute format('create policy narrow_left_drop on %s as restrictive for delete using (not actor_left())', target);
            end if;
          end loop;
        end $$;

      -- whoever signs in is asked whether her organisation is still here
      alter policy read_partner on partner using (
        centre_id = actor_centre() or actor_kind() = 'authentication'
        or exists (select from assignment a where a.centre_id = partner.centre_id and a.partner_id = partner.id
                   and a.account_id = actor_account() and a.ended_at is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy read_partner on partner using (
        centre_id = actor_centre()
        or exists (select from assignment a where a.centre_id = partner.centre_id and a.partner_id = partner.id
                   and a.account_id = actor_account() and a.ended_at is null));
      ${wall("")}
      do $$
        declare was record;
        begin
          for was in select polrelid::regclass as target, polname as name from pg_policy
              where polname in ('narrow_left', 'narrow_left_make', 'narrow_left_change', 'narrow_left_drop') loop
            execute format('drop policy %I on %s', was.name, was.target);
          end loop;
        end $$;
      drop function actor_left;
    `);
  }
}
