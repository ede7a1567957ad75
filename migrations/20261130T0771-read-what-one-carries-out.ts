// Read what one carries out: a party of an agreement under a programme takes part in it, beside who is or was in its partnership or has a service under it.
import type { MigrationInterface, QueryRunner } from "typeorm";

const takesPart = (further: string) => `
  create or replace function takes_part(programme uuid, network uuid) returns boolean language sql stable as $$
    select exists (select from network_membership m where m.centre_id = actor_centre() and m.network_id = network
                   and m.partner_id = actor_partner() and (m.left_on is null or m.until_closing))
      or exists (select from service s where s.centre_id = actor_centre() and s.programme_id = programme
                 and s.partner_id = actor_partner())${further} $$;`;

export class ReadWhatOneCarriesOut20261130077100 implements MigrationInterface {
  name = "ReadWhatOneCarriesOut20261130077100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      takesPart(`
      or exists (select from agreement a where a.centre_id = actor_centre() and a.programme_id = programme
                 and a.status <> 'DRAFT' and actor_partner() = any(a.present_ids))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takesPart(""));
  }
}
