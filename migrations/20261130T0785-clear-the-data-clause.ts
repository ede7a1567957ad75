// Clear the data clause of what is proposed: where no personal data travel, no sensitive ones do, so that an amendment from before can take force (domain 2.5, 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

export class ClearTheDataClause20261130078500 implements MigrationInterface {
  name = "ClearTheDataClause20261130078500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_version no force row level security;
      update agreement_version set terms = terms || '{"allowsSensitive": false}',
        changes = (select coalesce(jsonb_agg(c order by place), '[]') from jsonb_array_elements(changes) with ordinality x(c, place)
          where c->>'field' <> 'allowsSensitive')
      where status = 'PROPOSED' and terms->>'dataRole' = 'NO_PERSONAL_DATA' and terms->>'allowsSensitive' = 'true';
      alter table agreement_version force row level security;
    `);
  }

  /** What was cleared never had an effect. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
