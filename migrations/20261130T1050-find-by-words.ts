// Find by words: an index of what services and organisations are found by, behind a function, for the walls' policies keep PostgreSQL from using one.
import type { MigrationInterface, QueryRunner } from "typeorm";

const keeping = (table: string, partner: string, service: string) => `
      create function index_${table}_words() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into offer_text (centre_id, partner_id, service_id, words)
            values (new.centre_id, ${partner}, ${service}, new.words)
            on conflict (centre_id, partner_id, service_id) do update set words = excluded.words;
          return null;
        end $$;
      revoke execute on function index_${table}_words from public;`;

/** Rows that are there already; the owner is let through for this once. */
const filling = (table: string, partner: string, service: string) => `
      alter table ${table} no force row level security;
      insert into offer_text (centre_id, partner_id, service_id, words)
        select centre_id, ${partner}, ${service}, words from ${table};
      alter table ${table} force row level security;`;

export class FindByWords20261130105000 implements MigrationInterface {
  name = "FindByWords20261130105000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gin;
      -- nobody but the owner reads it: it is not forced, has no policy and is granted to nobody
      create table offer_text (
        centre_id uuid not null,
        partner_id uuid not null,
        -- null: the organisation's own words
        service_id uuid,
        words tsvector not null,
        unique nulls not distinct (centre_id, partner_id, service_id),
        foreign key (centre_id, partner_id) references partner (centre_id, id) on delete cascade,
        foreign key (centre_id, service_id) references service (centre_id, id) on delete cascade
      );
      alter table offer_text enable row level security;
      create index offer_text_service on offer_text (centre_id, service_id);
      create index offer_text_words on offer_text using gin (centre_id, words) with (fastupdate = off);
      ${keeping("service", "new.partner_id", "new.id")}
      ${keeping("partner", "new.id", "null")}
      ${filling("service", "partner_id", "id")}
      ${filling("partner", "id", "null")}
      create trigger index_service_words after insert or update of name, description, area, sphere, place on service
        for each row execute function index_service_words();
      create trigger index_partner_words after insert or update of name, short_name, code on partner
        for each row execute function index_partner_words();

      -- which services of the centre hold which of the questions, in their own words or their organisation's;
      -- ids and nothing else: what they are is told by their own wall
      create function services_holding(questions text[])
        returns table (service_id uuid, held integer[])
        language plpgsql stable rows 100 security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          here uuid := actor_centre();
          question text;
          place integer := 0;
          own uuid[];
          teams uuid[];
          found_ids uuid[] := '{}';
          found_places integer[] := '{}';
        begin
          foreach question in array questions loop
            place := place + 1;
            -- planned for its own words: how many rows a question finds differs by thousands
            execute 'select array_agg(service_id) filter (where service_id is not null),
                array_agg(partner_id) filter (where service_id is null)
              from offer_text where centre_id = $1 and words @@ $2::tsquery'
              into own, teams using here, question;
            if teams is not null then
              select array(select t.service_id from offer_text t
                  where t.centre_id = here and t.partner_id = any(teams) and t.service_id is not null
                union select unnest(own)) into own;
            end if;
            found_ids := found_ids || own;
            found_places := found_places || array_fill(place, array[coalesce(cardinality(own), 0)]);
          end loop;
          return query select f.id, array_agg(f.place) from unnest(found_ids, found_places) f (id, place) group by f.id;
        end $$;
      revoke execute on function services_holding from public;
      do $$ begin
        execute format('grant execute on function services_holding to %I', current_setting('splot.application_role'));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function services_holding;
      drop trigger index_partner_words on partner;
      drop trigger index_service_words on service;
      drop function index_partner_words, index_service_words;
      drop table offer_text;
    `);
  }
}
