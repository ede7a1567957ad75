// A service says when it takes place: days and hours, its season, and whether on holidays; what can be searched for follows from it.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class SayWhen20261130109100 implements MigrationInterface {
  name = "SayWhen20261130109100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- hours are "HH:MM", which order as text; what closes not later than it opens goes on into the next day
      create function times_of_day(hours jsonb) returns text[] language sql immutable strict as $$
        select coalesce(array_agg(distinct said.time order by said.time), '{}') from jsonb_array_elements(hours) line
        cross join lateral (select line->'days' ?| array['MO', 'TU', 'WE', 'TH', 'FR'] as works, line->'days' ?| array['SA', 'SU'] as rests,
          line->>'opensAt' as opens, line->>'closesAt' as closes) h
        cross join lateral (values
          ('MORNING', works and opens < '12:00'),
          ('AFTERNOON', works and opens < '17:00' and (closes > '12:00' or closes <= opens)),
          ('EVENING', works and (closes > '17:00' or closes <= opens)),
          ('WEEKEND', rests)) said(time, fits)
        where said.fits $$;
      alter table service
        add column hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array' and jsonb_array_length(hours) <= 14),
        add column season_from int check (season_from between 1 and 12),
        add column season_to int check (season_to between 1 and 12),
        add column rests_on_holidays boolean not null default true,
        add column times_of_day text[] not null generated always as (times_of_day(hours)) stored,
        add check ((season_from is null) = (season_to is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service
        drop column times_of_day,
        drop column rests_on_holidays,
        drop column season_to,
        drop column season_from,
        drop column hours;
      drop function times_of_day;
    `);
  }
}
