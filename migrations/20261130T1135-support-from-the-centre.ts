// Supporting activities are the centre's own: no other organisation marks its services so (decision 0118).
import type { MigrationInterface, QueryRunner } from "typeorm";

const writes = ["insert", "update"];

export class SupportFromTheCentre20261130113500 implements MigrationInterface {
  name = "SupportFromTheCentre20261130113500";

  async up(runner: QueryRunner): Promise<void> {
    for (const write of writes)
      await runner.query(`
        create policy narrow_supporting_${write} on service as restrictive for ${write}
          with check (not supporting or exists (
            select from centre c where c.id = actor_centre() and c.hub_partner_id = partner_id))
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const write of writes)
      await runner.query(`drop policy narrow_supporting_${write} on service`);
  }
}
