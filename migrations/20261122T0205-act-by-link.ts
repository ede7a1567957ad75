// Links in mails: what one may do, until when, and whether it was used; and a wall that lets its holder do that and nothing else.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lines that tell people of an offer; `who` says that somebody did it. */
const ofOffer = (
  who: string,
) => `(type = 'ServicePublished' or (type = 'CapacityChanged' and ${who} is not null
          and facts->>'kind' in ('SET_TOTAL', 'WAITING', 'WALK_IN', 'CONFIRM')))`;

/** Activity is found by these very words. */
function activityIndexes(who: string): string {
  return `
    drop index event_offer, event_offer_partner, event_offer_public, event_offer_network, event_offer_hub_only;
    ${["PUBLIC", "NETWORK", "HUB_ONLY"]
      .map(
        (visibility) => `
    create index event_offer_${visibility.toLowerCase()} on event (centre_id, position)
      where ${ofOffer(who)} and facts->>'visibility' = '${visibility}';`,
      )
      .join("")}
    create index event_offer on event (centre_id, position) where ${ofOffer(who)};
    create index event_offer_partner on event (centre_id, partner_id, position) where ${ofOffer(who)};`;
}

/** What a holder of a link touches; all else is closed to her, whatever her role would open. */
const NARROWED: Record<string, string> = {
  action_link: "id = actor_link()",
  centre: "id = actor_centre()",
  centre_log: "centre_id = actor_centre()",
  partner: "id = actor_partner()",
  service: "partner_id = actor_partner()",
  capacity: "partner_id = actor_partner()",
  capacity_event: `exists (select from capacity c where c.centre_id = capacity_event.centre_id
    and c.service_id = capacity_event.service_id)`,
  referral: "id = actor_subject() and partner_id = actor_partner()",
  event: "partner_id = actor_partner()",
};

export class ActByLink20261122020500 implements MigrationInterface {
  name = "ActByLink20261122020500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the system that goes on from what she did is not narrowed
      create function actor_link() returns uuid
        language sql stable parallel safe
        as $$ select case when actor_kind() = 'member' then nullif(current_setting('splot.link', true), '')::uuid end $$;
      create function actor_subject() returns uuid
        language sql stable parallel safe
        as $$ select nullif(current_setting('splot.subject', true), '')::uuid $$;

      create table action_link (
        centre_id uuid not null references centre (id),
        id uuid not null unique,
        kind text not null check (kind in ('CONFIRM_PLACES', 'ANSWER_REFERRAL')),
        partner_id uuid not null,
        contact_person_id uuid not null,
        referral_id uuid,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        answer text check (answer in ('CONFIRMED', 'ACCEPTED', 'WAITLISTED', 'DECLINED')),
        primary key (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, contact_person_id) references contact_person (centre_id, id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        check ((kind = 'ANSWER_REFERRAL') = (referral_id is not null)),
        check ((used_at is null) = (answer is null))
      );
      create index action_link_partner on action_link (centre_id, partner_id);
      create index action_link_contact on action_link (centre_id, contact_person_id, referral_id);
      create index action_link_referral on action_link (centre_id, referral_id);
      alter table action_link enable row level security;
      alter table action_link force row level security;
      call grant_application('action_link', 'select, insert, update');
      create policy read_action_link on action_link for select using (
        actor_kind() = 'authentication'
        or (centre_id = actor_centre() and (actor_kind() = 'system' or id = actor_link())));
      create policy make_action_link on action_link for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system' and used_at is null);
      create policy use_action_link on action_link for update using (
        centre_id = actor_centre() and id = actor_link() and used_at is null)
        with check (centre_id = actor_centre() and id = actor_link() and used_at is not null);
      create function guard_action_link() returns trigger language plpgsql as $$
        begin
          if to_jsonb(new) - '{used_at,answer}'::text[] is distinct from to_jsonb(old) - '{used_at,answer}'::text[] then
            raise exception 'a link is used, and nothing else of it changes' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_action_link before update on action_link
        for each row execute function guard_action_link();

      -- an account is not asked of who acts by a link
      do $$
        declare was text;
        begin
          for was in select pg_get_expr(polwithcheck, polrelid) from pg_policy where polname = 'write_event' loop
            execute 'alter policy write_event on event with check ('
              || replace(was, 'actor_account_id = actor_account()', 'actor_account_id is not distinct from actor_account()') || ')';
          end loop;
          for was in select pg_get_expr(polwithcheck, polrelid) from pg_policy where polname = 'write_capacity_event' loop
            execute 'alter policy write_capacity_event on capacity_event with check ('
              || replace(was, 'actor_account_id = actor_account()', 'actor_account_id is not distinct from actor_account()') || ')';
          end loop;
        end $$;

      -- every table behind the wall is closed to links unless it says otherwise; also those that are still to come
      do $$
        declare target regclass;
        begin
          for target in select oid::regclass from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity loop
            execute format('create policy narrow_link on %s as restrictive using (actor_link() is null)', target);
          end loop;
        end $$;
      create or replace procedure wall(target regclass) language plpgsql as $$
        begin
          execute format('alter table %s enable row level security', target);
          execute format('alter table %s force row level security', target);
          execute format('create policy narrow_link on %s as restrictive using (actor_link() is null)', target);
        end $$;
      ${Object.entries(NARROWED)
        .map(
          ([table, own]) =>
            `alter policy narrow_link on ${table} using (actor_link() is null or (${own}));`,
        )
        .join("\n      ")}
      create policy narrow_link_publish on service as restrictive for insert with check (actor_link() is null);
      create policy narrow_link_change on service as restrictive for update using (actor_link() is null);

      ${activityIndexes("actor_partner_id")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${activityIndexes("actor_account_id")}
      drop policy narrow_link_change on service;
      drop policy narrow_link_publish on service;
      create or replace procedure wall(target regclass) language plpgsql as $$
        begin
          execute format('alter table %s enable row level security', target);
          execute format('alter table %s force row level security', target);
        end $$;
      do $$
        declare target regclass;
        begin
          for target in select polrelid::regclass from pg_policy where polname = 'narrow_link' loop
            execute format('drop policy narrow_link on %s', target);
          end loop;
        end $$;
      do $$
        declare was text;
        begin
          for was in select pg_get_expr(polwithcheck, polrelid) from pg_policy where polname = 'write_event' loop
            execute 'alter policy write_event on event with check ('
              || replace(was, 'NOT (actor_account_id IS DISTINCT FROM actor_account())', 'actor_account_id = actor_account()') || ')';
          end loop;
          for was in select pg_get_expr(polwithcheck, polrelid) from pg_policy where polname = 'write_capacity_event' loop
            execute 'alter policy write_capacity_event on capacity_event with check ('
              || replace(was, 'NOT (actor_account_id IS DISTINCT FROM actor_account())', 'actor_account_id = actor_account()') || ')';
          end loop;
        end $$;
      drop table action_link;
      drop function guard_action_link, actor_subject, actor_link;
    `);
  }
}
