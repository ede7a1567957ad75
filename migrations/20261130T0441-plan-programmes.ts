// The implementation plan of a programme: which service, by whom, acquired how, when; its money apart, since not everybody reads it.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class PlanProgrammes20261130044100 implements MigrationInterface {
  name = "PlanProgrammes20261130044100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_row (
        centre_id uuid not null,
        id uuid not null,
        programme_id uuid not null,
        service_id uuid,
        -- of one that is still to be created
        service_name text,
        partner_id uuid,
        mode text not null,
        planned_on date,
        state text not null check (state in ('PLANNED', 'IN_PREPARATION', 'CONTRACTED', 'RUNNING', 'DROPPED')),
        agreement_id uuid,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, programme_id) references programme (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id),
        check ((service_id is null) = (service_name is not null))
      );
      create index plan_row_programme on plan_row (centre_id, programme_id, created_at, id);
      create index plan_row_service on plan_row (centre_id, service_id);
      create index plan_row_partner on plan_row (centre_id, partner_id);
      create index plan_row_agreement on plan_row (centre_id, agreement_id);
      create table plan_money (
        centre_id uuid not null,
        plan_row_id uuid not null,
        programme_id uuid not null,
        partner_id uuid,
        amount_grosze integer not null check (amount_grosze >= 0),
        primary key (centre_id, plan_row_id),
        foreign key (centre_id, plan_row_id) references plan_row (centre_id, id),
        foreign key (centre_id, programme_id) references programme (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index plan_money_programme on plan_money (centre_id, programme_id);
      create index plan_money_partner on plan_money (centre_id, partner_id);

      call wall('plan_row'); call wall('plan_money');
      call grant_application('plan_row', 'select, insert, update');
      call grant_application('plan_money', 'select, insert, update, delete');

      create policy read_plan_row on plan_row for select using (
        centre_id = actor_centre() and exists (select from programme p
          where p.centre_id = plan_row.centre_id and p.id = plan_row.programme_id));
      create policy plan_service on plan_row for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_plan_row on plan_row for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy read_plan_money on plan_money for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS', 'DIRECTOR', 'AUTHORITY')
          or (actor_is('PARTNER_ADMIN') and partner_id = actor_partner())));
      create policy plan_money on plan_money for insert with check (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy change_plan_money on plan_money for update using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
      create policy take_plan_money on plan_money for delete using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table plan_money, plan_row`);
  }
}
