// Networks rest, go on and close; of who was there to the end, and of what they did, the closed network still tells.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** @param closed what holds of a network that is closed */
const hub = (closed: string) => `
  create or replace function hold_hub() returns trigger language plpgsql as $$
    declare
      held uuid := case tg_table_name when 'network' then to_jsonb(new)->>'id' else to_jsonb(new)->>'network_id' end;
    begin
      if exists (select from network n where n.centre_id = new.centre_id and n.id = held ${closed} and n.hub_partner_id is distinct from
          (select m.partner_id from network_membership m where m.centre_id = n.centre_id and m.network_id = n.id
             and m.role = 'HUB' and m.left_on is null)) then
        raise exception 'a network has one hub' using errcode = '23514';
      end if;
      return null;
    end $$;`;

export class RestNetworks20261130071000 implements MigrationInterface {
  name = "RestNetworks20261130071000";
  /** It stopped where a network had been closed before. */
  formerly = [
    "37fdbb9a7a154e91a293cc65bc941cc1d3f77d901c883007d3b1929a9b7949d7",
  ];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table network
        add column state_since date,
        add column state_reason text check (length(state_reason) between 5 and 300),
        -- what a resting network is when it goes on
        add column resumes_as text check (resumes_as in ('FORMING', 'ACTIVE'));
      -- what was closed or resting before, or came back over a step down, has lost its words
      alter table network no force row level security;
      alter table network disable trigger user;
      update network set state_since = created_at::date, state_reason = 'Powód nie jest znany',
          resumes_as = case when status = 'DORMANT' then 'ACTIVE' end
        where status in ('DORMANT', 'CLOSED');
      alter table network enable trigger user;
      alter table network force row level security;
      alter table network
        add constraint network_state check (status in ('FORMING', 'ACTIVE', 'DORMANT', 'CLOSED')),
        add check ((status = 'DORMANT') = (resumes_as is not null)),
        add check ((status in ('DORMANT', 'CLOSED')) = (state_reason is not null)),
        add check ((state_since is null) = (state_reason is null));
      alter table network_membership
        add column until_closing boolean not null default false check (left_on is not null or not until_closing);
      alter table joint_action
        add column until_closing boolean not null default false check (ended_on is not null or not until_closing);
      ${hub("and n.status <> 'CLOSED'")}
      -- a closed network stays as it ended
      create function guard_closed_network() returns trigger language plpgsql as $$
        begin
          raise exception 'a closed network stays as it ended' using errcode = '42501';
        end $$;
      create trigger guard_closed_network before update on network
        for each row when (old.status = 'CLOSED') execute function guard_closed_network();
      -- nobody is in it, and nobody comes
      create function hold_closed_network() returns trigger language plpgsql as $$
        declare
          held uuid := case tg_table_name when 'network' then to_jsonb(new)->>'id' else to_jsonb(new)->>'network_id' end;
        begin
          if exists (select from network n join network_membership m on m.centre_id = n.centre_id and m.network_id = n.id
              where n.centre_id = new.centre_id and n.id = held and n.status = 'CLOSED' and m.left_on is null) then
            raise exception 'nobody is in a closed network' using errcode = '23514';
          end if;
          return null;
        end $$;
      create constraint trigger hold_closed_network after insert or update on network
        deferrable initially deferred for each row when (new.status = 'CLOSED') execute function hold_closed_network();
      create constraint trigger hold_closed_network after insert on network_membership
        deferrable initially deferred for each row execute function hold_closed_network();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_closed_network on network_membership;
      drop trigger hold_closed_network on network;
      drop function hold_closed_network;
      drop trigger guard_closed_network on network;
      drop function guard_closed_network;
      ${hub("")}
      alter table joint_action drop column until_closing;
      alter table network_membership drop column until_closing;
      alter table network drop constraint network_state,
        drop column resumes_as, drop column state_reason, drop column state_since;
    `);
  }
}
