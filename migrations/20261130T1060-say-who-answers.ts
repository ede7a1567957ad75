// The sheet that a resident signs says who answers for her data, how the officer is reached and how long data are seen: for a coordinator, who reads neither accounts nor the desk's rules.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SayWhoAnswers20261130106000 implements MigrationInterface {
  name = "SayWhoAnswers20261130106000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the officer's address is public by law (GDPR art. 13 (1) b), a name is not asked
      create function told_of_protection()
        returns table (controller text, officer_at text[], hides_after_days integer, erases_after_months integer)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          kind text := actor_kind();
          asks boolean := actor_is('KIPUS');
          centre_asked uuid := actor_centre();
        begin
          perform set_config('splot.kind', 'system', true);
          return query select coalesce(h.name, c.name),
              array(select distinct a.email from assignment g
                join account a on a.id = g.account_id and a.status = 'ACTIVE'
                where g.centre_id = c.id and g.ended_at is null and g.locked_at is null and 'IOD' = any(g.roles)
                order by a.email limit 3) || array_remove(array[h.phone, h.address], null),
              extract(day from mask_after(c.id))::integer,
              (extract(year from erase_after(c.id)) * 12 + extract(month from erase_after(c.id)))::integer
            from centre c left join partner h on h.centre_id = c.id and h.id = c.hub_partner_id
            where asks and c.id = centre_asked;
          perform set_config('splot.kind', kind, true);
        end $$;
      revoke execute on function told_of_protection() from public;
      do $$ begin
        execute format('grant execute on function told_of_protection() to %I',
          current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function told_of_protection()`);
  }
}
