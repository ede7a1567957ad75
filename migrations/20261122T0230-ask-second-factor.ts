// The second factor of an account, the sessions that wait for it, and the accounts that sign in at another provider.
import type { MigrationInterface, QueryRunner } from "typeorm";

const OF_CENTRE = (table: string) =>
  `actor_kind() = 'system' and exists (select from assignment a
     where a.centre_id = actor_centre() and a.account_id = ${table}.account_id)`;

export class AskSecondFactor20261122023000 implements MigrationInterface {
  name = "AskSecondFactor20261122023000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        -- the password was right and the code is still to come: such a session opens nothing
        add column half_open boolean not null default false,
        add column second_factor_at timestamptz,
        add constraint session_half_open_has_no_factor check (not half_open or second_factor_at is null);

      create table second_factor (
        account_id uuid primary key references account (id),
        -- sealed with the installation's key
        secret bytea,
        confirmed_at timestamptz,
        -- the time step of the last code taken: none is taken twice
        last_step integer,
        -- fingerprints of the recovery codes that are left
        recovery text[] not null default '{}',
        -- one that is being set up, beside the one in force
        pending bytea,
        pending_until timestamptz,
        check ((secret is null) = (confirmed_at is null)),
        check ((pending is null) = (pending_until is null))
      );

      -- who somebody is at another provider is kept as a fingerprint: it may be a number that says who she is
      create table account_identity (
        fingerprint bytea primary key,
        issuer text not null,
        account_id uuid not null references account (id),
        bound_at timestamptz not null,
        unique (account_id, issuer)
      );

      call wall('second_factor'); call wall('account_identity');
      call grant_application('second_factor', 'select, insert, update, delete');
      call grant_application('account_identity', 'select, insert, delete');

      create policy read_second_factor on second_factor for select using (
        account_id = actor_account() or (${OF_CENTRE("second_factor")}));
      create policy make_second_factor on second_factor for insert with check (${OF_CENTRE("second_factor")});
      -- a code is used up while somebody signs in
      create policy change_second_factor on second_factor for update using (
        (actor_kind() = 'authentication' and account_id = actor_account()) or (${OF_CENTRE("second_factor")}));
      create policy remove_second_factor on second_factor for delete using (${OF_CENTRE("second_factor")});

      create policy read_account_identity on account_identity for select using (
        actor_kind() = 'authentication' or account_id = actor_account() or (${OF_CENTRE("account_identity")}));
      create policy make_account_identity on account_identity for insert with check (${OF_CENTRE("account_identity")});
      create policy remove_account_identity on account_identity for delete using (${OF_CENTRE("account_identity")});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table account_identity, second_factor;
      -- without the column they would open everything; the wall stands before the owner too
      select set_config('splot.kind', 'cleaning', true);
      delete from session where half_open;
      select set_config('splot.kind', '', true);
      alter table session drop column half_open, drop column second_factor_at;
    `);
  }
}
