// What stands in the way of an organisation that wants to take part, and the help that it gets (story O18): hers and the organiser's.
import type { MigrationInterface, QueryRunner } from "typeorm";

const PARTNER_ROLES = `'PARTNER_VIEWER', 'PARTNER_EDITOR', 'PARTNER_REFERRALS', 'PARTNER_ADMIN'`;
const KEPT = `centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS'))`;

export class NoteObstacles20261130060200 implements MigrationInterface {
  name = "NoteObstacles20261130060200";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table participation_obstacle (
        centre_id uuid not null,
        id uuid not null,
        partner_id uuid not null,
        kind text not null check (kind in ('NO_EQUIPMENT', 'NO_DEPUTY', 'TRANSPORT', 'SMALL_ORGANISATION', 'OTHER')),
        note text,
        help text,
        state text not null check (state in ('OPEN', 'BEING_HELPED', 'OVERCOME')),
        noted_on date not null,
        version integer not null check (version > 0),
        created_at timestamptz not null,
        primary key (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        check (kind <> 'OTHER' or note is not null),
        check (state = 'OPEN' or help is not null)
      );
      create index participation_obstacle_partner on participation_obstacle (centre_id, partner_id, created_at);
      call wall('participation_obstacle');
      call grant_application('participation_obstacle', 'select, insert, update');
      create policy read_obstacle on participation_obstacle for select using (
        centre_id = actor_centre() and (actor_kind() = 'system' or actor_is('OUS')
          or (actor_is(${PARTNER_ROLES}) and partner_id = actor_partner())));
      create policy note_obstacle on participation_obstacle for insert with check (${KEPT});
      create policy change_obstacle on participation_obstacle for update using (${KEPT});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table participation_obstacle");
  }
}
