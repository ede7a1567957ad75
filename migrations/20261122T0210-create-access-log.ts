// The access log of a centre: who saw or changed what about whom; written by one function, chained, altered by nobody.
import type { MigrationInterface, QueryRunner } from "typeorm";

const DOORS = `write_access(uuid, timestamptz, text, text, jsonb), check_access_log(uuid, bigint, bytea, integer),
  cases_on_record(uuid[], text), access_by_month(timestamptz)`;

export class CreateAccessLog20261122021000 implements MigrationInterface {
  name = "CreateAccessLog20261122021000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_log (
        centre_id uuid not null references centre (id),
        position bigint not null check (position > 0),
        at timestamptz not null,
        actor_account_id uuid,
        -- as on paper: the name at the time
        actor_name text,
        roles text[] not null,
        partner_id uuid,
        action text not null check (action in ('VIEW', 'CREATE', 'UPDATE', 'SEND', 'EXPORT', 'PRINT', 'DELIVER',
          'LOGIN', 'LOGIN_FAILED', 'PERMISSION_CHANGE', 'CONFIG_CHANGE')),
        noun text not null,
        subject_id uuid,
        subject_number text,
        case_id uuid,
        -- whose case it is: what she may read of the log
        coordinator_account_id uuid,
        -- names of fields, never what stands in them
        fields text[] not null,
        change text,
        purpose text,
        outcome text not null check (outcome in ('DONE', 'REFUSED')),
        request_id text,
        door text not null check (door in ('HTTP', 'SOCKET', 'DELIVERY', 'JOB', 'COMMAND')),
        prev bytea not null,
        hash bytea not null,
        primary key (centre_id, position)
      );
      create index access_log_at on access_log (centre_id, at) include (action, outcome);
      create index access_log_actor on access_log (centre_id, actor_account_id, position);
      create index access_log_name on access_log (centre_id, folded(actor_name) text_pattern_ops, position);
      create index access_log_partner on access_log (centre_id, partner_id, position);
      create index access_log_action on access_log (centre_id, action, position);
      create index access_log_subject on access_log (centre_id, subject_id, position);
      create index access_log_case on access_log (centre_id, case_id, position) where case_id is not null;
      create index access_log_keeper on access_log (centre_id, coordinator_account_id, position)
        where coordinator_account_id is not null;
      create index access_log_refused on access_log (centre_id, position) where outcome = 'REFUSED';

      -- where the chain ends; where it begins, after the oldest lines have gone; and what the last nightly check found
      create table access_log_head (
        centre_id uuid primary key references centre (id),
        position bigint not null default 0,
        hash bytea not null default ''::bytea,
        base_position bigint not null default 0,
        base_hash bytea not null default ''::bytea,
        checked_at timestamptz,
        checked_position bigint,
        checked_hash bytea,
        broken_at bigint,
        fault text
      );

      call wall('access_log'); call wall('access_log_head');
      call grant_application('access_log', 'select');
      call grant_application('access_log_head', 'select');

      create policy read_access on access_log for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is('IOD', 'DIRECTOR')
        or (actor_is('KIPUS') and coordinator_account_id = actor_account())
        or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner())
        or (actor_is('SYSADMIN') and action in ('LOGIN', 'LOGIN_FAILED', 'PERMISSION_CHANGE', 'CONFIG_CHANGE'))));
      create policy read_access_head on access_log_head for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or actor_is('IOD', 'DIRECTOR')));
      create policy chain_access on access_log for insert to current_user with check (actor_kind() = 'chain');
      create policy chain_access_head on access_log_head for all to current_user
        using (actor_kind() in ('chain', 'cleaning')) with check (actor_kind() in ('chain', 'cleaning'));
      create policy clean_access_select on access_log for select to current_user using (actor_kind() = 'cleaning');
      create policy clean_access_delete on access_log for delete to current_user using (actor_kind() = 'cleaning');

      -- the line as it is chained: everything but the two hashes
      create function access_text(l access_log) returns text language sql stable as $$
        select json_build_array(l.centre_id, l.position,
          to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor_account_id, l.actor_name, l.roles,
          l.partner_id, l.action, l.noun, l.subject_id, l.subject_number, l.case_id, l.coordinator_account_id, l.fields,
          l.change, l.purpose, l.outcome, l.request_id, l.door)::text $$;
      create function access_hash(l access_log, before bytea) returns bytea language sql stable as $$
        select sha256(before || convert_to(access_text(l), 'UTF8')) $$;
    `);
    await runner.query(WRITE_ACCESS);
    await runner.query(CHECK_ACCESS);
    await runner.query(KEEP_ACCESS);
    await runner.query(`
      -- pseudonyms for who may search the log by them; a coordinator's are her own
      create function cases_on_record(ids uuid[], called text) returns table (case_id uuid, pseudonym text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          all_of_them boolean := actor_is('IOD');
          own boolean := actor_is('KIPUS');
        begin
          perform set_config('splot.kind', 'system', true);
          return query select c.id, c.pseudonym from case_ref c
            where c.centre_id = actor_centre() and (all_of_them or (own and c.coordinator_account_id = actor_account()))
              and (ids is null or c.id = any(ids)) and (called is null or c.pseudonym = called)
            limit 1000;
          perform set_config('splot.kind', kind, true);
        end $$;
      -- counts for who may count and not read
      create function access_by_month(since timestamptz)
        returns table (month text, action text, outcome text, lines integer)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          may boolean := actor_is('OUS', 'DIRECTOR', 'IOD');
        begin
          perform set_config('splot.kind', 'cleaning', true);
          return query select to_char(l.at at time zone 'Europe/Warsaw', 'YYYY-MM'), l.action, l.outcome, count(*)::integer
            from access_log l where may and l.centre_id = actor_centre() and l.at >= since group by 1, 2, 3 order by 1, 2, 3;
          perform set_config('splot.kind', kind, true);
        end $$;

      revoke execute on function ${DOORS}, keep_access_log(timestamptz) from public;
      do $$ begin
        execute format('grant execute on function ${DOORS} to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access_by_month, cases_on_record, keep_access_log, check_access_log, write_access,
        access_hash, access_text;
      drop table access_log_head, access_log;
    `);
  }
}

/**
 * The only way in. Who acts is who the transaction speaks for; number, case and purpose are looked up here, so that no
 * caller can leave them out. The head is locked last and for the shortest time: until the commit that follows.
 */
const WRITE_ACCESS = `
  create function write_access(of_centre uuid, written_at timestamptz, request text, by_door text, touches jsonb)
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      kind text := actor_kind();
      spoken_for text := coalesce(current_setting('splot.centre', true), '');
      who uuid := actor_account();
      link uuid := actor_link();
      organisation uuid := actor_partner();
      acting text[] := string_to_array(coalesce(current_setting('splot.roles', true), ''), ',');
      inspects boolean := actor_is('IOD');
      refers boolean := actor_is('KIPUS');
      called text;
      told jsonb;
      touch jsonb;
      head access_log_head;
      line access_log;
    begin
      if not coalesce((kind in ('member', 'system') and of_centre = actor_centre())
          or (kind = 'authentication' and who is not null and not exists (
            select from jsonb_array_elements(touches) t where t->>'action' not in ('LOGIN', 'LOGIN_FAILED'))), false) then
        raise exception 'the access log is written by who acts in its centre' using errcode = '42501';
      end if;
      perform set_config('splot.centre', of_centre::text, true);
      perform set_config('splot.kind', 'system', true);
      select a.name into called from account a where a.id = who;
      if link is not null then
        -- who came by the link of a mail has no account
        select p.name into called from action_link k
          join contact_person p on p.centre_id = k.centre_id and p.id = k.contact_person_id
          where k.centre_id = of_centre and k.id = link;
      end if;
      if kind = 'authentication' then
        select g.partner_id, g.roles into organisation, acting from assignment g
          where g.centre_id = of_centre and g.account_id = who and g.id = (touches->0->>'assignmentId')::uuid;
      end if;
      select jsonb_agg(t.touch || jsonb_build_object('number', r.number, 'case', coalesce(s.case_id, c.id),
          'keeper', coalesce(r.sender_account_id, c.coordinator_account_id),
          'purpose', case
            when r.id is null and c.id is null then null
            when kind = 'system' then 'RULE'
            when who = coalesce(r.sender_account_id, c.coordinator_account_id) then 'OWN_CASE'
            when organisation = r.partner_id then 'ANSWER'
            when 'OUS' = any(acting) then 'COORDINATION' end) order by t.nth) into told
        from jsonb_array_elements(touches) with ordinality t(touch, nth)
        left join referral r on t.touch->>'noun' = 'Referral' and r.centre_id = of_centre
          and r.id = (t.touch->>'subjectId')::uuid
        left join referral_subject s on s.centre_id = r.centre_id and s.referral_id = r.id
        left join case_ref c on t.touch->>'noun' = 'Case' and c.centre_id = of_centre
          and c.id = (t.touch->>'subjectId')::uuid;

      -- what changes nothing else is held here: who takes the log along, and who prints a slip
      if exists (select from jsonb_array_elements(told) t where t->>'outcome' is null and case t->>'action'
          when 'EXPORT' then not inspects
          when 'PRINT' then not (refers and coalesce((t->>'keeper')::uuid = who, false))
          else false end) then
        raise exception 'this is not hers to take' using errcode = '42501';
      end if;

      perform set_config('splot.kind', 'chain', true);
      insert into access_log_head (centre_id) values (of_centre) on conflict do nothing;
      select * into head from access_log_head h where h.centre_id = of_centre for update;
      for touch in select value from jsonb_array_elements(told) loop
        line := null;
        line.centre_id := of_centre;
        line.position := head.position + 1;
        line.at := written_at;
        line.actor_account_id := who;
        line.actor_name := called;
        line.roles := coalesce(acting, '{}');
        line.partner_id := organisation;
        line.action := touch->>'action';
        line.noun := touch->>'noun';
        line.subject_id := (touch->>'subjectId')::uuid;
        line.subject_number := touch->>'number';
        line.case_id := (touch->>'case')::uuid;
        line.coordinator_account_id := (touch->>'keeper')::uuid;
        line.fields := array(select jsonb_array_elements_text(touch->'fields'));
        line.change := touch->>'change';
        line.purpose := touch->>'purpose';
        line.outcome := coalesce(touch->>'outcome', 'DONE');
        line.request_id := request;
        line.door := by_door;
        line.prev := head.hash;
        line.hash := access_hash(line, head.hash);
        insert into access_log values (line.*);
        head.position := line.position;
        head.hash := line.hash;
      end loop;
      update access_log_head h set position = head.position, hash = head.hash where h.centre_id = of_centre;
      perform set_config('splot.kind', kind, true);
      perform set_config('splot.centre', spoken_for, true);
    end $$;
`;

/** Follows the chain on from a line that is known to be right, and names the first place that does not fit. */
const CHECK_ACCESS = `
  create function check_access_log(of_centre uuid, beyond bigint, beyond_hash bytea, most integer)
    returns table (intact_to bigint, intact_hash bytea, broken_at bigint, fault text)
    language plpgsql stable set search_path = public, pg_temp as $$
    declare
      head access_log_head;
      last_seen bigint;
      seen integer;
    begin
      select * into head from access_log_head h where h.centre_id = of_centre;
      with page as (
        select s.line, row_number() over w as nth, lag((s.line).hash, 1, beyond_hash) over w as before
        from (select a as line from access_log a where a.centre_id = of_centre and a.position > beyond
              order by a.position limit most) s
        window w as (order by (s.line).position)
      ), judged as (
        select (p.line).position, (p.line).hash, p.nth, case
          when (p.line).position <> beyond + p.nth then 'MISSING'
          when (p.line).position > coalesce(head.position, 0) then 'INSERTED'
          when (p.line).prev <> p.before or (p.line).hash <> access_hash(p.line, p.before) then 'ALTERED' end as fault
        from page p
      ), first_fault as (
        select beyond + j.nth as place, j.fault from judged j where j.fault is not null order by j.nth limit 1
      )
      select coalesce(f.place - 1, g.last, beyond), coalesce(j.hash, beyond_hash), f.place, f.fault, g.last, g.lines
        into intact_to, intact_hash, broken_at, fault, last_seen, seen
        from (select max(judged.position) as last, count(*) as lines from judged) g
        left join first_fault f on true
        left join judged j on j.nth = coalesce(f.place - 1, g.last) - beyond;
      if broken_at is null and seen < most and coalesce(last_seen, beyond) < head.position then
        broken_at := coalesce(last_seen, beyond) + 1;
        fault := 'MISSING';
      elsif broken_at is null and seen < most and intact_hash <> head.hash then
        broken_at := head.position;
        fault := 'ALTERED';
      elsif exists (select from access_log a where a.centre_id = of_centre and a.position <= head.base_position) then
        select min(a.position) into broken_at from access_log a where a.centre_id = of_centre;
        fault := 'INSERTED';
      end if;
      return next;
    end $$;
`;

/** Nightly and the owner's: follows each chain to its end, then lets go what is older than two years (KRI § 20 (4)). */
const KEEP_ACCESS = `
  create function keep_access_log(now_is timestamptz)
    returns table (centre_id uuid, "position" bigint, hash text, broken_at bigint, fault text)
    language plpgsql as $$
    declare
      kind text := actor_kind();
      head access_log_head;
      found record;
      gone bigint;
    begin
      perform set_config('splot.kind', 'cleaning', true);
      for head in select * from access_log_head loop
        -- who writes waits, so that the end of the chain is where it is looked for
        select * into head from access_log_head h where h.centre_id = head.centre_id for update;
        select * into found from check_access_log(head.centre_id, head.base_position, head.base_hash, 2147483647);
        update access_log_head h set checked_at = now_is, checked_position = found.intact_to,
            checked_hash = found.intact_hash, broken_at = found.broken_at, fault = found.fault
          where h.centre_id = head.centre_id;
        select max(l.position) into gone from access_log l where l.centre_id = head.centre_id and l.position < coalesce(
          (select min(k.position) from access_log k
             where k.centre_id = head.centre_id and k.at >= now_is - interval '2 years'), head.position + 1);
        -- a broken chain is kept whole until somebody has looked
        if gone is not null and found.broken_at is null then
          update access_log_head h set base_position = gone,
              base_hash = (select l.hash from access_log l where l.centre_id = head.centre_id and l.position = gone)
            where h.centre_id = head.centre_id;
          delete from access_log l where l.centre_id = head.centre_id and l.position <= gone;
        end if;
        centre_id := head.centre_id;
        "position" := found.intact_to;
        hash := encode(found.intact_hash, 'hex');
        broken_at := found.broken_at;
        fault := found.fault;
        return next;
      end loop;
      perform set_config('splot.kind', kind, true);
    end $$;
`;
