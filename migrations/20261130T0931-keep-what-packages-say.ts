// Keep what packages say: a package of HSDS tells more of an organisation and a service than the nouns of this house, and it goes out again as it came.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class KeepWhatPackagesSay20261130093100 implements MigrationInterface {
  name = "KeepWhatPackagesSay20261130093100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table package_record (
        centre_id uuid not null references centre (id),
        kind text not null check (kind in ('ORGANIZATION', 'SERVICE', 'LOCATION', 'AT_LOCATION', 'TAXONOMY', 'TERM')),
        id uuid not null,
        partner_id uuid,
        service_id uuid,
        location_id uuid,
        content jsonb not null check (jsonb_typeof(content) = 'object'),
        primary key (centre_id, kind, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        check ((kind in ('ORGANIZATION', 'LOCATION')) = (partner_id is not null)),
        check ((kind in ('SERVICE', 'AT_LOCATION')) = (service_id is not null)),
        check ((kind = 'AT_LOCATION') = (location_id is not null))
      );
      create index package_record_partner on package_record (centre_id, partner_id);
      create index package_record_service on package_record (centre_id, service_id);

      call wall('package_record');
      call grant_application('package_record', 'select, insert, update, delete');
      -- of what is published itself
      create policy read_package_record on package_record for select using (
        centre_id = actor_centre() and (actor_kind() = 'system'
          or (actor_kind() = 'publication'
            and (partner_id is null or exists (select from partner p
              where p.centre_id = package_record.centre_id and p.id = package_record.partner_id))
            and (service_id is null or exists (select from service s
              where s.centre_id = package_record.centre_id and s.id = package_record.service_id)))));
      create policy make_package_record on package_record for insert with check (
        centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_package_record on package_record for update using (
        centre_id = actor_centre() and actor_kind() = 'system');
      create policy drop_package_record on package_record for delete using (
        centre_id = actor_centre() and actor_kind() = 'system');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table package_record`);
  }
}
