// Who leaves an agreement belongs to it to the day before: that is the last day of what rests on it, whether or not the others renew it.
import type { MigrationInterface, QueryRunner } from "typeorm";

const lastDayUnder = (lastDay: string, goesOn: string) => `
  create or replace function last_day_under(agreement_id uuid, partner uuid, service uuid) returns date language sql stable as $$
    select e.last_day from agreement a
    join agreement_party y on y.centre_id = a.centre_id and y.agreement_id = a.id and y.partner_id = partner
    cross join lateral (select ${lastDay} as last_day) e
    where a.centre_id = actor_centre() and a.id = last_day_under.agreement_id
      and not (${goesOn})
      and not exists (select from carrying_agreements(partner, service, e.last_day + 1) other where other <> a.id) $$;`;

export class CountTheLastDay20261130074200 implements MigrationInterface {
  name = "CountTheLastDay20261130074200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      lastDayUnder(
        `case when a.auto_renew and a.ended_on is null then y.left_on - 1
          else least(a.valid_to, a.ended_on, y.left_on - 1) end`,
        "a.auto_renew and a.ended_on is null and y.left_on is null",
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      lastDayUnder(
        "least(a.valid_to, a.ended_on, y.left_on)",
        "a.auto_renew and a.ended_on is null",
      ),
    );
  }
}
