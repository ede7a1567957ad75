// What the partners promised: agreements with their parties, dates, data role and answer times.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class CreateAgreements20261121230500 implements MigrationInterface {
  name = "CreateAgreements20261121230500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement (
        centre_id uuid not null references centre (id),
        id uuid not null,
        number text not null,
        kind text not null,
        status text not null check (status in ('DRAFT', 'IN_NEGOTIATION', 'AGREED', 'SIGNED', 'ACTIVE',
          'SUSPENDED', 'EXPIRED', 'TERMINATED', 'WITHDRAWN', 'REJECTED')),
        title text not null,
        grant_form text,
        signed_on date,
        valid_from date,
        valid_to date,
        data_role text not null,
        -- promised answer times, e.g. '4h' or '3d' (working days); null: the default of the priority
        answer_emergency text check (answer_emergency ~ '^[1-9][0-9]*[hd]$'),
        answer_urgent text check (answer_urgent ~ '^[1-9][0-9]*[hd]$'),
        answer_standard text check (answer_standard ~ '^[1-9][0-9]*[hd]$'),
        offer_update_duty_days integer check (offer_update_duty_days > 0),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (centre_id, id),
        check (valid_from is null or valid_to is null or valid_from <= valid_to)
      );
      create unique index agreement_number on agreement (centre_id, number);
      create table agreement_party (
        centre_id uuid not null,
        agreement_id uuid not null,
        partner_id uuid not null,
        signed_on date,
        primary key (centre_id, agreement_id, partner_id),
        foreign key (centre_id, agreement_id) references agreement (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id)
      );
      create index agreement_party_partner on agreement_party (centre_id, partner_id);

      call wall('agreement'); call wall('agreement_party');
      call grant_application('agreement', 'select, insert, update');
      call grant_application('agreement_party', 'select, insert, update');
      create policy read_agreement on agreement for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('PARTNER_VIEWER', 'PARTNER_EDITOR',
          'PARTNER_REFERRALS', 'PARTNER_ADMIN', 'OUS', 'KIPUS', 'OSL', 'DIRECTOR', 'RESIDENT_REP', 'AUTHORITY', 'IOD')));
      create policy make_agreement on agreement for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_agreement on agreement for update using (centre_id = actor_centre() and actor_kind() = 'system');
      create policy read_party on agreement_party for select using (
        centre_id = actor_centre() and exists (select from agreement a where a.centre_id = agreement_party.centre_id
          and a.id = agreement_party.agreement_id));
      create policy make_party on agreement_party for insert with check (centre_id = actor_centre() and actor_kind() = 'system');
      create policy change_party on agreement_party for update using (centre_id = actor_centre() and actor_kind() = 'system');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table agreement_party, agreement`);
  }
}
