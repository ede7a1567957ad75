// Centres, accounts, what an account may act as, and its sessions.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateIdentity20261121230100 implements MigrationInterface {
  name = "CreateIdentity20261121230100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centre (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
        name text not null,
        short_name text not null,
        hub_partner_id uuid,
        is_trial boolean not null default false,
        is_demo boolean not null default false,
        created_at timestamptz not null
      );
      create table account (
        id uuid primary key,
        email text not null check (email = lower(email)),
        name text not null,
        password_hash text,
        must_change_password boolean not null default false,
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'LOCKED')),
        language text not null default 'pl' check (language in ('pl', 'en')),
        created_at timestamptz not null
      );
      create unique index account_email on account (email);

      create table assignment (
        centre_id uuid not null references centre (id),
        id uuid not null,
        account_id uuid not null references account (id),
        partner_id uuid not null,
        roles text[] not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        primary key (centre_id, id)
      );
      create unique index assignment_open on assignment (centre_id, account_id, partner_id) where ended_at is null;
      create index assignment_account on assignment (account_id);

      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        account_id uuid not null references account (id),
        centre_id uuid,
        assignment_id uuid,
        device text not null,
        started_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        foreign key (centre_id, assignment_id) references assignment (centre_id, id)
      );
      create index session_account on session (account_id, started_at desc);
      create index session_assignment on session (centre_id, assignment_id);

      -- read and written by the rate limiter, whose column names these are
      create table sign_in_attempt (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );

      call wall('centre'); call wall('account'); call wall('assignment'); call wall('session');
      call grant_application('centre', 'select, insert, update');
      call grant_application('account', 'select, insert, update');
      call grant_application('assignment', 'select, insert, update');
      call grant_application('session', 'select, insert, update');
      call grant_application('sign_in_attempt', 'select, insert, update, delete');

      create policy read_centre on centre for select using (
        id = actor_centre()
        or actor_kind() in ('authentication', 'setup')
        or exists (select from assignment a where a.centre_id = centre.id
                   and a.account_id = actor_account() and a.ended_at is null));
      create policy make_centre on centre for insert with check (actor_kind() = 'setup');
      create policy change_centre on centre for update using (actor_kind() = 'system' and id = actor_centre());

      create policy read_account on account for select using (
        actor_kind() in ('authentication', 'setup', 'system') or id = actor_account());
      create policy make_account on account for insert with check (actor_kind() in ('setup', 'system'));
      create policy change_account on account for update using (
        actor_kind() in ('authentication', 'setup', 'system') or id = actor_account());

      create policy read_assignment on assignment for select using (
        actor_kind() = 'authentication'
        or account_id = actor_account()
        or (centre_id = actor_centre() and (actor_kind() = 'system'
            or actor_is('OUS', 'DIRECTOR', 'SYSADMIN')
            or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner()))));
      create policy make_assignment on assignment for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_assignment on assignment for update using (
        centre_id = actor_centre() and actor_kind() = 'system');

      create policy read_session on session for select using (
        actor_kind() in ('authentication', 'system') or account_id = actor_account());
      create policy make_session on session for insert with check (actor_kind() = 'authentication');
      create policy change_session on session for update using (
        actor_kind() in ('authentication', 'system') or account_id = actor_account());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // the policies of centre look at assignment, so the tables fall together
    await runner.query(
      `drop table sign_in_attempt, session, assignment, account, centre`,
    );
  }
}
