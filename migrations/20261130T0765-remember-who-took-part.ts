// Remember who took part: whoever was in a programme's partnership until it closed reads the programme on.
import type { MigrationInterface, QueryRunner } from "typeorm";

const takesPart = (since: string) => `
  create or replace function takes_part(programme uuid, network uuid) returns boolean language sql stable as $$
    select exists (select from network_membership m where m.centre_id = actor_centre() and m.network_id = network
                   and m.partner_id = actor_partner() and ${since})
      or exists (select from service s where s.centre_id = actor_centre() and s.programme_id = programme
                 and s.partner_id = actor_partner()) $$;`;

export class RememberWhoTookPart20261130076500 implements MigrationInterface {
  name = "RememberWhoTookPart20261130076500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(takesPart("(m.left_on is null or m.until_closing)"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takesPart("m.left_on is null"));
  }
}
