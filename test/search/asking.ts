// The same question put to the product, and to PostgreSQL's text search and trigrams alone, over the same services.
import type { Client } from "pg";

import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";

interface Found {
  centre: { services: { nodes: { id: string }[] } };
}

/** @returns ids of the graph, best first */
export async function askSplot(
  person: Person,
  centre: TestCentre,
  text: string,
): Promise<string[]> {
  const { data, errors } = await person.ask<Found>(
    `query ($id: ID!, $text: String!) { centre(id: $id) { services(first: 50, filter: { text: $text }) { nodes { id } } } }`,
    { id: centre.globalId, text },
  );
  if (!data) throw new Error(errors?.[0]?.message);
  return data.centre.services.nodes.map(({ id }) => id);
}

/** The peers' own table, with the texts that the product searches. */
export const PEER_TABLE = `
  create table peer_service as select s.centre_id, s.id, s.name, concat_ws(' ', s.name, s.description,
      case s.area when 'PRO_FAMILY' then 'polityka prorodzinna' when 'FAMILY_SUPPORT' then 'wspieranie rodziny' when 'FOSTER_CARE' then 'piecza zastępcza' when 'SOCIAL_ASSISTANCE' then 'pomoc społeczna' when 'HEALTH' then 'promocja i ochrona zdrowia' when 'DISABILITY' then 'wspieranie osób niepełnosprawnych' when 'EDUCATION' then 'edukacja publiczna' when 'EMPLOYMENT' then 'przeciwdziałanie bezrobociu' when 'CULTURE' then 'kultura' when 'SPORT_TOURISM' then 'kultura fizyczna i turystyka' when 'CIVIC' then 'pobudzanie aktywności obywatelskiej' when 'HOUSING' then 'mieszkalnictwo' when 'ENVIRONMENT' then 'ochrona środowiska' when 'REINTEGRATION' then 'reintegracja zawodowa i społeczna' end,
      s.place, p.name, p.short_name, p.code) as text
    from service s join partner p on p.centre_id = s.centre_id and p.id = s.partner_id;
  alter table peer_service add column words tsvector generated always as (to_tsvector('simple', text)) stored;
  create index on peer_service using gin (words);
  create index on peer_service using gin (text gin_trgm_ops);
  create index on peer_service (centre_id);
  analyze peer_service;`;

/** By their names, in the order in which they are told. */
export const peers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "simple, all words": `select id from peer_service, plainto_tsquery('simple', $2) q
    where centre_id = $1 and words @@ q order by ts_rank(words, q) desc, name, id limit 50`,
    "simple, any word": `select id from peer_service, cast(replace(plainto_tsquery('simple', $2)::text, '&', '|') as tsquery) q
    where centre_id = $1 and words @@ q order by ts_rank(words, q) desc, name, id limit 50`,
    pg_trgm: `select id from peer_service
    where centre_id = $1 and $2 <% text order by word_similarity($2, text) desc, name, id limit 50`,
  }),
);

/** @returns ids of the table, best first */
export async function askPeer(
  client: Client,
  statement: string,
  centreId: string,
  text: string,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(statement, [
    centreId,
    text,
  ]);
  return rows.map(({ id }) => id);
}
