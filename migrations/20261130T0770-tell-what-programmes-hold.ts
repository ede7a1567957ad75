// Tell what programmes hold: a service that comes under a programme or leaves it is a line of the programme's history.
import type { MigrationInterface, QueryRunner } from "typeorm";

const KINDS = `'DRAFTED', 'CHANGED', 'ADOPTED', 'PARTNERSHIP_LINKED', 'REPORTED'`;

export class TellWhatProgrammesHold20261130077000 implements MigrationInterface {
  name = "TellWhatProgrammesHold20261130077000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme_change
        add column id uuid not null default gen_random_uuid(),
        add column service_id uuid,
        drop constraint programme_change_pkey,
        drop constraint programme_change_kind_check,
        add primary key (centre_id, id),
        add foreign key (centre_id, service_id) references service (centre_id, id),
        add constraint programme_change_kind_check check (kind in (${KINDS}, 'SERVICE_ADDED', 'SERVICE_TAKEN_OUT')),
        add constraint programme_change_service check ((service_id is not null) = (kind in ('SERVICE_ADDED', 'SERVICE_TAKEN_OUT')));
      create unique index programme_change_version on programme_change (centre_id, programme_id, version)
        where service_id is null;
      create index programme_change_latest on programme_change (centre_id, programme_id, at desc);
      create index programme_change_service on programme_change (centre_id, service_id);

      -- who keeps the offer tells of her own service that it is under the programme now, and puts no name beside it
      create policy tell_own_service_added on programme_change for insert with check (
        centre_id = actor_centre() and actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN')
        and kind = 'SERVICE_ADDED' and by_name is null and resolution_number is null
        and exists (select from service s where s.centre_id = programme_change.centre_id and s.id = service_id
          and s.partner_id = actor_partner() and s.programme_id = programme_change.programme_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy tell_own_service_added on programme_change;
      drop index programme_change_version, programme_change_latest, programme_change_service;
      alter table programme_change no force row level security;
      delete from programme_change where service_id is not null;
      alter table programme_change force row level security;
      alter table programme_change
        drop constraint programme_change_service,
        drop constraint programme_change_kind_check,
        drop constraint programme_change_pkey,
        drop column id,
        drop column service_id,
        add primary key (centre_id, programme_id, version),
        add constraint programme_change_kind_check check (kind in (${KINDS}));
    `);
  }
}
