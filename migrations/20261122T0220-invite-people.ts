// Invitations, links for a lost password, and who keeps the people of an organisation: the second wall of accounts.
import type { MigrationInterface, QueryRunner } from "typeorm";

const PARTNER_ROLES = `array['PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN']`;
const HUB_ROLES = `array['OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY', 'IOD', 'SYSADMIN']`;

const readAssignment = (readers: string) => `
  alter policy read_assignment on assignment using (
    actor_kind() = 'authentication'
    or account_id = actor_account()
    or (centre_id = actor_centre() and (actor_kind() = 'system'
        or actor_is(${readers})
        or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner()))))`;

const writeEvent = (further: string) => `
  alter policy write_event on event with check (
    centre_id = actor_centre() and (
      actor_kind() = 'system'
      or (actor_account_id is not distinct from actor_account() and actor_partner_id = actor_partner() and case topic
        when 'REFERRAL' then (actor_is('KIPUS') and sender_account_id = actor_account())
          or (actor_is('PARTNER_REFERRALS') and partner_id = actor_partner())
        when 'CAPACITY' then actor_is('KIPUS', 'OUS')
          or (actor_is('PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN') and partner_id = actor_partner())
        when 'OFFER' then actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN') and partner_id = actor_partner()${further}
        else false end)))`;

/** Beside the system: who begins organisations, their persons, memberships and agreements, and what such a row may say. */
const makers = (who: string) =>
  [
    ["make_partner", "partner", "status = 'ACTIVE' and import_key is null"],
    ["make_contact_person", "contact_person", "active"],
    ["make_membership", "network_membership", "role = 'MEMBER'"],
    ["make_agreement", "agreement", "status = 'ACTIVE'"],
    ["make_party", "agreement_party", "true"],
  ]
    .map(
      ([policy, table, says]) => `
        alter policy ${String(policy)} on ${String(table)} with check (
          centre_id = actor_centre() and (actor_kind() = 'system'${who === "false" ? "" : ` or (${who} and ${String(says)})`}));`,
    )
    .join("");

const links = ["invitation", "password_reset"];

export class InvitePeople20261122022000 implements MigrationInterface {
  name = "InvitePeople20261122022000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- she keeps her duties and cannot use them
      alter table assignment add column locked_at timestamptz;

      create table invitation (
        centre_id uuid not null references centre (id),
        id uuid not null,
        partner_id uuid not null,
        -- whom it is for; gone as soon as it is answered or withdrawn
        email text check (email = lower(email)),
        name text,
        roles text[] not null check (cardinality(roles) > 0),
        invited_by uuid not null references account (id),
        -- the inviter's organisation and duty, as the mail names them
        invited_from uuid not null,
        invited_as text not null,
        invited_at timestamptz not null,
        expires_at timestamptz not null,
        mailed_at timestamptz,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        primary key (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, invited_from) references partner (centre_id, id),
        check (accepted_at is null or withdrawn_at is null),
        check ((accepted_at is null and withdrawn_at is null) = (email is not null and name is not null))
      );
      -- a link names no centre
      create unique index invitation_link on invitation (id);
      create unique index invitation_waiting on invitation (centre_id, partner_id, email) where email is not null;
      create index invitation_partner on invitation (centre_id, partner_id, invited_at desc);
      create index invitation_inviter on invitation (invited_by);
      create index invitation_from on invitation (centre_id, invited_from);

      create table password_reset (
        id uuid primary key,
        -- none where nobody has the address: who asks cannot tell
        account_id uuid references account (id),
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index password_reset_account on password_reset (account_id);

      call wall('invitation'); call wall('password_reset');
      call grant_application('invitation', 'select, insert, update');
      call grant_application('password_reset', 'select, insert, update');
    `);
    await runner.query(`
      create function is_hub(partner uuid) returns boolean language sql stable
        as $$ select exists (select from centre c where c.id = actor_centre() and c.hub_partner_id = partner) $$;
      -- who keeps the people of an organisation
      create function keeps_people(partner uuid) returns boolean language sql stable
        as $$ select actor_is('SYSADMIN') or (actor_is('PARTNER_ADMIN') and partner = actor_partner())
          or (actor_is('OUS') and not is_hub(partner)) $$;
      -- and which duties she may give and take there
      create function duties_to_give(partner uuid) returns text[] language sql stable
        as $$ select case when not keeps_people(partner) then array[]::text[]
          when is_hub(partner) and actor_is('SYSADMIN') then ${PARTNER_ROLES} || ${HUB_ROLES}
          else ${PARTNER_ROLES} end $$;

      create policy read_invitation on invitation for select using (
        actor_kind() = 'authentication'
        or (centre_id = actor_centre() and (actor_kind() = 'system'
          or actor_is('OUS', 'DIRECTOR', 'IOD', 'SYSADMIN')
          or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner()))));
      create policy make_invitation on invitation for insert with check (
        centre_id = actor_centre() and keeps_people(partner_id) and roles <@ duties_to_give(partner_id)
        and invited_by = actor_account() and invited_from = actor_partner()
        and accepted_at is null and withdrawn_at is null and mailed_at is null
        -- nobody gives herself more
        and not exists (select from account a where a.id = actor_account() and a.email = invitation.email));
      create policy change_invitation on invitation for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or keeps_people(partner_id)));

      create function guard_invitation() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.partner_id, new.roles, new.invited_by, new.invited_from, new.invited_as)
                is distinct from (old.centre_id, old.id, old.partner_id, old.roles, old.invited_by, old.invited_from, old.invited_as)
              or (new.email is not null and (new.email, new.name) is distinct from (old.email, old.name)) then
            raise exception 'an invitation keeps whom it is for, and to what' using errcode = '42501';
          end if;
          if old.accepted_at is not null or old.withdrawn_at is not null then
            raise exception 'an answered invitation stays as it is' using errcode = '42501';
          end if;
          if actor_kind() <> 'system' and ((new.accepted_at, new.mailed_at) is distinct from (old.accepted_at, old.mailed_at)
              or not new.roles <@ duties_to_give(new.partner_id)) then
            raise exception 'only who was invited accepts' using errcode = '42501';
          end if;
          -- the address that was invited now has these duties there
          if new.accepted_at is not null and (new.accepted_at >= old.expires_at or not exists (
              select from assignment g join account a on a.id = g.account_id
              where g.centre_id = new.centre_id and g.partner_id = new.partner_id and g.ended_at is null
                and a.email = old.email and new.roles <@ g.roles)) then
            raise exception 'an invitation is accepted by its address, in time' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_invitation before update on invitation
        for each row execute function guard_invitation();

      create policy read_password_reset on password_reset for select using (
        actor_kind() = 'authentication' or (actor_kind() = 'system' and exists (select from assignment a
          where a.centre_id = actor_centre() and a.account_id = password_reset.account_id)));
      create policy ask_password_reset on password_reset for insert with check (
        actor_kind() = 'authentication' and used_at is null);
      create policy use_password_reset on password_reset for update using (
        actor_kind() = 'system' and exists (select from assignment a
          where a.centre_id = actor_centre() and a.account_id = password_reset.account_id));
      -- the answer is worked out later, so that asking takes as long whoever is asked about
      create function answer_password_reset() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform graphile_worker.add_job('answer-password-reset', json_build_object('resetId', new.id),
            run_at => new.requested_at, job_key => format('answer-password-reset:%s', new.id));
          return null;
        end $$;
      revoke execute on function answer_password_reset from public;
      create trigger answer_password_reset after insert on password_reset
        for each row execute function answer_password_reset();
    `);
    await runner.query(`
      ${readAssignment(`'OUS', 'DIRECTOR', 'IOD', 'SYSADMIN'`)};
      create policy keep_assignment on assignment for update using (
        centre_id = actor_centre() and keeps_people(partner_id) and account_id <> actor_account());
      create function guard_assignment() returns trigger language plpgsql as $$
        begin
          if (new.centre_id, new.id, new.account_id, new.partner_id, new.started_at)
              is distinct from (old.centre_id, old.id, old.account_id, old.partner_id, old.started_at) then
            raise exception 'an assignment keeps its account and organisation' using errcode = '42501';
          end if;
          if actor_kind() <> 'system' and (old.ended_at is not null
              or not old.roles <@ duties_to_give(old.partner_id) or not new.roles <@ duties_to_give(new.partner_id)) then
            raise exception 'these duties are not hers to give or take' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_assignment before update on assignment
        for each row execute function guard_assignment();

      -- names and addresses of those whose assignments one reads
      alter policy read_account on account using (
        actor_kind() in ('authentication', 'setup', 'system') or id = actor_account()
        or (actor_is('PARTNER_ADMIN', 'OUS', 'DIRECTOR', 'IOD', 'SYSADMIN') and exists (select from assignment a
            where a.centre_id = actor_centre() and a.account_id = account.id and a.ended_at is null)));

      ${writeEvent(`
            when 'RIGHTS' then keeps_people(partner_id)
            when 'NETWORK' then actor_is('OUS')`)};

      -- the organiser lets organisations into the network, with what they signed on paper
      ${makers("actor_is('OUS')")}

      -- to the day, for those whose assignments one reads
      create function assignments_used(wanted uuid[])
        returns table (assignment_id uuid, used_on date)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          readable uuid[] := array(select a.id from assignment a where a.centre_id = actor_centre() and a.id = any(wanted));
        begin
          perform set_config('splot.kind', 'authentication', true);
          return query select s.assignment_id, (max(s.last_used_at) at time zone 'Europe/Warsaw')::date
            from session s where s.centre_id = actor_centre() and s.assignment_id = any(readable)
            group by s.assignment_id;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function assignments_used from public;
      do $$ begin
        execute format('grant execute on function assignments_used to %I', current_setting('splot.application_role'));
      end $$;
    `);
    for (const table of links)
      for (const verb of ["select", "delete"])
        await runner.query(
          `create policy clean_${table}_${verb} on ${table} for ${verb} to current_user using (actor_kind() = 'cleaning')`,
        );
    await runner.query(`
      create function let_old_links_go(at timestamptz) returns void language plpgsql as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          delete from invitation where expires_at < at - interval '30 days';
          delete from password_reset where expires_at < at - interval '30 days';
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function let_old_links_go from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function let_old_links_go, assignments_used;
      ${makers("false")}
      ${writeEvent("")};
      alter policy read_account on account using (
        actor_kind() in ('authentication', 'setup', 'system') or id = actor_account());
      drop trigger guard_assignment on assignment;
      drop function guard_assignment;
      drop policy keep_assignment on assignment;
      ${readAssignment(`'OUS', 'DIRECTOR', 'SYSADMIN'`)};
      drop table password_reset, invitation;
      drop function answer_password_reset, guard_invitation, duties_to_give, keeps_people, is_hub;
      alter table assignment drop column locked_at;
    `);
  }
}
