// The nightly check follows a chain while people write to it; letters and links of mails go when they are long past.
import type { MigrationInterface, QueryRunner } from "typeorm";

const doors = ["letter", "action_link"];

export class KeepLessLocked20261122032000 implements MigrationInterface {
  name = "KeepLessLocked20261122032000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function keep_access_log(timestamptz);
      ${KEEP_ACCESS}
      -- each is kept in a transaction of its own: who keeps them asks which there are
      create function kept_access_logs() returns setof uuid language plpgsql as $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          return query select h.centre_id from access_log_head h order by h.centre_id;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function keep_access_log(uuid, timestamptz), kept_access_logs from public;
    `);
    for (const table of doors)
      for (const verb of ["select", "delete"])
        await runner.query(
          `create policy clean_${table}_${verb} on ${table} for ${verb} to current_user using (actor_kind() = 'cleaning')`,
        );
    await runner.query(`
      create function let_old_letters_go(at timestamptz) returns void language plpgsql as $$
        declare
          long_ago timestamptz := at - interval '90 days';
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'cleaning', true);
          -- how often somebody was asked without an answer, and up to when she was told, is read off the newest two
          delete from letter l where coalesce(l.sent_at, l.dropped_at) < long_ago and not (
            l.sent_at is not null and l.kind in ('stale-offer', 'confirm-places', 'answers-digest')
            and 2 > (select count(*) from letter n where n.centre_id = l.centre_id and n.kind = l.kind
              and n.partner_id is not distinct from l.partner_id and n.account_id is not distinct from l.account_id
              and (n.sent_at, n.id) > (l.sent_at, l.id)));
          delete from action_link where expires_at < long_ago;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function let_old_letters_go from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function let_old_letters_go");
    for (const table of doors)
      for (const verb of ["select", "delete"])
        await runner.query(`drop policy clean_${table}_${verb} on ${table}`);
    await runner.query(`
      drop function kept_access_logs, keep_access_log(uuid, timestamptz);
      ${KEPT_BEFORE}
      revoke execute on function keep_access_log(timestamptz) from public;
    `);
  }
}

/**
 * Nightly and the owner's: follows one chain from its base to its end, then lets go what is older than two years
 * (KRI § 20 (4)). Head and lines are seen by one statement, so at one moment, and nobody waits for that; the head is
 * locked by the last statements alone, until the commit.
 */
const KEEP_ACCESS = `
  create function keep_access_log(of_centre uuid, now_is timestamptz)
    returns table ("position" bigint, hash text, broken_at bigint, fault text)
    language plpgsql as $$
    declare
      kind text := actor_kind();
      found record;
      gone bigint;
      gone_hash bytea;
    begin
      perform set_config('splot.kind', 'cleaning', true);
      select c.* into found from access_log_head h,
        check_access_log(h.centre_id, h.base_position, h.base_hash, 2147483647) c where h.centre_id = of_centre;
      -- a broken chain is kept whole until somebody has looked
      if found.broken_at is null then
        select l.position, l.hash into gone, gone_hash from access_log l
          where l.centre_id = of_centre and l.position <= found.intact_to and l.position < coalesce(
            (select min(k.position) from access_log k
               where k.centre_id = of_centre and k.at >= now_is - interval '2 years'), found.intact_to + 1)
          order by l.position desc limit 1;
        delete from access_log l where l.centre_id = of_centre and l.position <= gone;
      end if;
      update access_log_head h set checked_at = now_is, checked_position = found.intact_to,
          checked_hash = found.intact_hash, broken_at = found.broken_at, fault = found.fault
        where h.centre_id = of_centre;
      update access_log_head h set base_position = gone, base_hash = gone_hash
        where h.centre_id = of_centre and h.base_position < gone;
      "position" := found.intact_to;
      hash := encode(found.intact_hash, 'hex');
      broken_at := found.broken_at;
      fault := found.fault;
      return next;
      perform set_config('splot.kind', kind, true);
    end $$;
`;

const KEPT_BEFORE = `
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
