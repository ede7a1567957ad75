// The same days of an order are reported and settled once, whatever the kind of period; and an order rests on what its agreement covers.
import type { MigrationInterface, QueryRunner } from "typeorm";

const BUYER = "centre_id = actor_centre() and (actor_kind() = 'system' or ";

const grounded = (rests: string) => `
  alter policy make_agreement_order on agreement_order with check (${BUYER}(actor_is('OUS') and ${rests})));
  alter policy change_agreement_order on agreement_order with check (${BUYER}(actor_is('OUS') and ${rests})));`;

const once = (table: string, where = "") => `
  alter table ${table} add constraint ${table}_days_once exclude using gist
    (centre_id with =, order_id with =, daterange(from_on, to_on, '[]') with &&)${where};`;

const SAME_DAYS = `o.centre_id = s.centre_id and o.order_id = s.order_id
          and daterange(o.from_on, o.to_on, '[]') && daterange(s.from_on, s.to_on, '[]')`;

/** Rows of all centres are the owner's to mend. */
const sparing = (statements: string) => {
  const alter = (what: string) =>
    ["settlement_sheet", "delivery_report"]
      .map((table) => `alter table ${table} ${what};`)
      .join(" ");
  return `
      ${alter("no force row level security")} ${alter("disable trigger user")}
      ${statements}
      ${alter("enable trigger user")} ${alter("force row level security")}`;
};

export class SettleTimeOnce20261130065000 implements MigrationInterface {
  name = "SettleTimeOnce20261130065000";
  /** It stopped where older sheets overlapped. */
  formerly = [
    "0c4106b063a09f04bb070f5cbda1007aa127ebd4f693a9b039c72042a69f05ee",
  ];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      ${sparing(`
        update settlement_sheet s set status = 'REPLACED' where s.status in ('OPEN', 'OBJECTED') and exists (
          select from settlement_sheet o where ${SAME_DAYS} and o.id <> s.id and o.status <> 'REPLACED'
            and (o.status = 'CONFIRMED', o.drafted_at, o.id) > (false, s.drafted_at, s.id));
        do $$
          declare twice text;
          begin
            select string_agg(s.id || ' = ' || o.id, ', ') into twice from settlement_sheet s join settlement_sheet o on ${SAME_DAYS}
              where o.id > s.id and s.status = 'CONFIRMED' and o.status = 'CONFIRMED';
            if twice is not null then
              raise exception 'confirmed settlement sheets are of the same days; set one of each two to REPLACED first: %', twice;
            end if;
            select string_agg(s.id || ' = ' || o.id, ', ') into twice from delivery_report s join delivery_report o on ${SAME_DAYS}
              where o.id > s.id;
            if twice is not null then
              raise exception 'delivery reports are of the same days; delete one of each two first: %', twice;
            end if;
          end $$;`)}
      ${once("settlement_sheet", " where (status <> 'REPLACED')")}
      ${once("delivery_report")}
      drop index settlement_sheet_stands;

      -- of a party that is still there and is not who orders, and of services that the agreement covers
      create function takes_order(agreement uuid, partner uuid, lines jsonb) returns boolean language sql stable as $$
        select carries_orders(agreement)
          and exists (select from agreement_party y join centre c on c.id = y.centre_id
            where y.centre_id = actor_centre() and y.agreement_id = agreement and y.partner_id = partner
              and y.left_on is null and c.hub_partner_id is distinct from partner)
          and (not exists (select from agreement_service s where s.centre_id = actor_centre() and s.agreement_id = agreement)
            or not exists (select from jsonb_array_elements(lines) line where not exists (
              select from agreement_service s where s.centre_id = actor_centre() and s.agreement_id = agreement
                and s.service_id = (line->>'serviceId')::uuid))) $$;
      ${grounded("takes_order(agreement_id, partner_id, lines)")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${grounded("carries_orders(agreement_id)")}
      drop function takes_order;
      create unique index settlement_sheet_stands on settlement_sheet (centre_id, order_id, from_on, to_on) where status <> 'REPLACED';
      alter table delivery_report drop constraint delivery_report_days_once;
      alter table settlement_sheet drop constraint settlement_sheet_days_once;
    `);
  }
}
