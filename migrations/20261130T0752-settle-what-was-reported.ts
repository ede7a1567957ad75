// Settle what was reported: of a period that both sides have confirmed nothing is reported otherwise, also not at the same moment.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SettleWhatWasReported20261130075200 implements MigrationInterface {
  name = "SettleWhatWasReported20261130075200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function hold_settled() returns trigger language plpgsql as $$
        begin
          -- waits for whoever is confirming, who waits for whoever is reporting
          perform from settlement_sheet s where s.centre_id = new.centre_id and s.order_id = new.order_id and s.status <> 'REPLACED'
            and daterange(s.from_on, s.to_on, '[]') && daterange(new.from_on, new.to_on, '[]') for share;
          if exists (select from settlement_sheet s where s.centre_id = new.centre_id and s.order_id = new.order_id
              and s.status = 'CONFIRMED' and daterange(s.from_on, s.to_on, '[]') && daterange(new.from_on, new.to_on, '[]')) then
            raise exception 'what both sides confirmed is reported no more' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger hold_settled before insert or update on delivery_report
        for each row execute function hold_settled();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger hold_settled on delivery_report;
      drop function hold_settled;
    `);
  }
}
