// Publish openly: who asks for open data is a door of its own, which sees the centre's public offer and nothing else (domain 1.14, 4.8).
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Open to whoever is in the centre, so that this door has to be shut here. */
const SHUT = [
  "centre_log",
  "network_membership",
  "quality_standard",
  "service_standard",
];

const readCentre = (kinds: string) => `
  alter policy read_centre on centre using (
    id = actor_centre()
    or actor_kind() in (${kinds})
    or exists (select from assignment a where a.centre_id = centre.id
               and a.account_id = actor_account() and a.ended_at is null));`;

export class PublishOpenly20261130093000 implements MigrationInterface {
  name = "PublishOpenly20261130093000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${readCentre("'authentication', 'setup', 'publication'")}
      create policy narrow_publication on partner as restrictive for select using (
        (select actor_kind()) <> 'publication' or status = 'ACTIVE');
      create policy narrow_publication on service as restrictive for select using (
        (select actor_kind()) <> 'publication'
        or (visibility = 'PUBLIC' and status in ('ACTIVE', 'PAUSED') and for_residents
          and exists (select from partner p where p.centre_id = service.centre_id and p.id = service.partner_id)));
      ${SHUT.map(
        (table) => `
      create policy narrow_publication on ${table} as restrictive for select using (
        (select actor_kind()) <> 'publication');`,
      ).join("")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${[...SHUT, "service", "partner"]
        .map((table) => `drop policy narrow_publication on ${table};`)
        .join("\n      ")}
      ${readCentre("'authentication', 'setup'")}
    `);
  }
}
