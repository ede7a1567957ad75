// What services and organisations are found by: their words as PostgreSQL's text search holds them, by where they stand.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a guard leaves out of its comparison: generated columns are not reckoned yet where it looks. */
const rewriting = (guard: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${guard}()'::regprocedure);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${guard} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;
const SERVICE = "'updated_at', 'search']";
const SERVICE_WORDS = "'updated_at', 'search', 'words']";
const PARTNER = "updated_at,search}";
const PARTNER_WORDS = "updated_at,search,words}";

export class SearchWords20261130092000 implements MigrationInterface {
  name = "SearchWords20261130092000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_words(text) returns tsvector
        language sql immutable parallel safe strict
        as $$ select to_tsvector('pg_catalog.simple'::regconfig,
                regexp_replace(public.folded($1), '[[:punct:][:space:]]+', ' ', 'g')) $$;

      -- A the name, B the description, C the area by its names in the Act and in everyday words, D the place
      alter table service add column words tsvector generated always as (
        setweight(search_words(name), 'A') || setweight(search_words(coalesce(description, '')), 'B') ||
        setweight(search_words(
          case area when 'PRO_FAMILY' then 'polityka prorodzinna rodzina' when 'FAMILY_SUPPORT' then 'wspieranie rodziny' when 'FOSTER_CARE' then 'piecza zastępcza' when 'SOCIAL_ASSISTANCE' then 'pomoc społeczna' when 'HEALTH' then 'promocja ochrona zdrowia zdrowie' when 'DISABILITY' then 'niepełnosprawność osoby niepełnosprawne' when 'EDUCATION' then 'edukacja' when 'EMPLOYMENT' then 'bezrobocie zatrudnienie' when 'CULTURE' then 'kultura' when 'SPORT_TOURISM' then 'kultura fizyczna sport turystyka' when 'CIVIC' then 'aktywność obywatelska' when 'HOUSING' then 'mieszkalnictwo' when 'ENVIRONMENT' then 'ochrona środowiska przyroda' when 'REINTEGRATION' then 'reintegracja' else '' end || ' ' ||
          case sphere when 'SOCIAL_LIVING' then 'socjalno-bytowa' when 'HEALTH' then 'zdrowotna' when 'VOCATIONAL' then 'zawodowa' when 'PSYCHOLOGICAL' then 'psychologiczna' else '' end), 'C') ||
        setweight(search_words(coalesce(place, '')), 'D')) stored;
      alter table partner add column words tsvector generated always as (
        search_words(name || ' ' || short_name || ' ' || coalesce(code, ''))) stored;
      ${rewriting("guard_service_programme", SERVICE, SERVICE_WORDS)}
      ${rewriting("guard_partner", PARTNER, PARTNER_WORDS)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rewriting("guard_partner", PARTNER_WORDS, PARTNER)}
      ${rewriting("guard_service_programme", SERVICE_WORDS, SERVICE)}
      alter table partner drop column words;
      alter table service drop column words;
      drop function search_words;
    `);
  }
}
