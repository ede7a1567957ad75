// The second wall of accounts: sheets and shortfalls begin open, and what hangs on an order is of the order's own organisation.
import type { MigrationInterface, QueryRunner } from "typeorm";

const HANGING = ["delivery_report", "settlement_sheet", "shortfall"];

const makers = (sheet: string, shortfall: string) => `
  alter policy make_settlement_sheet on settlement_sheet with check (
    centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS')${sheet})));
  alter policy make_shortfall on shortfall with check (
    centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS')${shortfall})));`;

export class TightenAccounts20261130056000 implements MigrationInterface {
  name = "TightenAccounts20261130056000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${makers(
        " and status = 'OPEN' and hub_confirmed_at is null and partner_confirmed_at is null and objected_by is null",
        " and state = 'OPEN'",
      )}
      alter table agreement_order add unique (centre_id, id, partner_id);
      ${HANGING.map(
        (table) => `
      alter table ${table} drop constraint ${table}_centre_id_order_id_fkey,
        add constraint ${table}_of_order foreign key (centre_id, order_id, partner_id)
          references agreement_order (centre_id, id, partner_id);
      create index ${table}_order_partner on ${table} (centre_id, order_id, partner_id);`,
      ).join("")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${HANGING.map(
        (table) => `
      drop index ${table}_order_partner;
      alter table ${table} drop constraint ${table}_of_order,
        add constraint ${table}_centre_id_order_id_fkey foreign key (centre_id, order_id)
          references agreement_order (centre_id, id);`,
      ).join("")}
      alter table agreement_order drop constraint agreement_order_centre_id_id_partner_id_key;
      ${makers("", "")}
    `);
  }
}
