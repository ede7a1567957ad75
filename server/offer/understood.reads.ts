// A search as it was understood against the offer: what is looked for, what was mistyped, and how much of it a service must hold.
import type { Context } from "../platform/graphql/context.js";
import { loader } from "../platform/graphql/loader.js";
import type { Actor } from "../platform/permission/actor.js";
import { type Bind, binding, render } from "../platform/permission/render.js";
import { servicePolicy } from "./offer.policy.js";
import {
  anyOf,
  likeWords,
  nearestTo,
  wordsMeant,
  written,
} from "./words/index.js";

export interface Part {
  typed: string;
  /** What was read instead of a mistyped word. */
  readAs: string | null;
  /** Words in the language of PostgreSQL's text search. */
  direct: string;
  /** The same and what is related. */
  wide: string;
  /** The direct ones in the name. */
  inName: string;
}

export interface Understood {
  parts: Part[];
  /** Services that hold all of its parts, where any does, else as many as any; null: nothing is sought. */
  ids: readonly string[] | null;
}

export const nothingSought: Understood = { parts: [], ids: null };
/** Signs alone: something is sought that nothing holds. */
const noWords: Understood = { parts: [], ids: [] };

/** Asked once in an operation, however many lists and counts stand on it. */
const understoodOf = loader<string, Understood>((context, texts) =>
  Promise.all(texts.map((text) => understand(context, text))),
);

export async function understood(
  context: Context,
  text: string | null | undefined,
): Promise<Understood> {
  return text?.trim() ? context.load(understoodOf, text.trim()) : nothingSought;
}

/** SQL: whether a service holds a part, in its own words or its organisation's. */
export const holdsPart = (query: string) =>
  `(s.words @@ ${query} or p.words @@ ${query})`;

/** Who asks, over which snapshot. */
type Asking = Pick<Context, "actor" | "reads">;

export async function understand(
  asking: Asking,
  text: string,
): Promise<Understood> {
  const sought = wordsMeant(text);
  if (sought.length === 0) return noWords;
  const parts = sought.map((one) => partOf(one, null));
  const found = await probe(asking, parts);
  const mistyped = sought.filter(
    ({ isKnown }, at) => !isKnown && !found.held.has(at + 1),
  );
  if (mistyped.length === 0) return { parts, ids: found.ids };
  const offered = await wordsOnOffer(
    asking,
    mistyped.map(({ typed }) => typed),
  );
  const mended = sought.map((one, at) =>
    mistyped.includes(one)
      ? (mend(one.typed, offered) ?? partOf(one, null))
      : (parts[at] ?? partOf(one, null)),
  );
  const { ids } = await probe(asking, mended);
  return { parts: mended, ids };
}

type Sought = ReturnType<typeof wordsMeant>[number];

function partOf(
  { typed, direct, related }: Pick<Sought, "typed" | "direct" | "related">,
  readAs: string | null,
): Part {
  const own = anyOf(direct);
  return {
    typed,
    readAs,
    direct: own,
    wide: anyOf([...direct, ...related]),
    // a star may stand before the letter
    inName: own.replaceAll(/'(:\*)?/gu, (end, star, at: number) =>
      isClosing(own, at) ? `':${star ? "*" : ""}A` : end,
    ),
  };
}

const isClosing = (query: string, at: number) =>
  (query.slice(0, at).split("'").length - 1) % 2 === 1;

/** Of the words of the offer and of everyday speech that are nearest, all forms and meanings. */
function mend(typed: string, offered: readonly string[]): Part | null {
  const near = nearestTo(typed, offered);
  if (near.length === 0) return null;
  const meant = near.slice(0, 5).flatMap((word) => wordsMeant(word));
  return partOf(
    {
      typed,
      direct: [...new Set(meant.flatMap(({ direct }) => direct))],
      related: [...new Set(meant.flatMap(({ related }) => related))],
    },
    written(near[0] ?? typed),
  );
}

/** Of what the viewer may see. */
export function offerOf(
  actor: Actor,
  bind: Bind,
  services = "service s",
): string {
  return `from ${services} join partner p on p.centre_id = s.centre_id and p.id = s.partner_id
    where s.centre_id = ${bind(actor.centreId)} and s.status in ('ACTIVE', 'PAUSED')
      and ${render(servicePolicy.read, actor, bind, "s")}`;
}

/** A few ids of a centre, by the index of words, of what the viewer may see. */
function holding(
  questions: readonly string[],
  actor: Actor,
  bind: Bind,
): string {
  return offerOf(
    actor,
    bind,
    `services_holding(${bind(questions)}) h join service s on s.id = h.service_id`,
  );
}

/** Which parts anything holds, and which services hold most. */
async function probe(
  { reads, actor }: Asking,
  parts: readonly Part[],
): Promise<{ ids: string[]; held: ReadonlySet<number> }> {
  const { values, bind } = binding();
  const rows = await reads.rows<{ id: string; held: number[] }>(
    `select s.id, h.held ${holding(
      parts.map(({ wide }) => wide),
      actor,
      bind,
    )}`,
    values,
  );
  const most = rows.reduce(
    (counted, { held }) => Math.max(counted, held.length),
    0,
  );
  // what holds less than half of it is another thing
  const needed = most * 2 >= parts.length ? most : parts.length;
  return {
    ids: rows.filter(({ held }) => held.length >= needed).map(({ id }) => id),
    held: new Set(rows.flatMap(({ held }) => held)),
  };
}

/** Of the services that may hold what was meant: a word that begins alike, or is one slip away. */
async function wordsOnOffer(
  { reads, actor }: Asking,
  typed: readonly string[],
): Promise<string[]> {
  const { values, bind } = binding();
  const rows = await reads.rows<{ word: string }>(
    `select distinct word from (select unnest(tsvector_to_array(s.words) || tsvector_to_array(p.words)) as word
       ${holding(typed.map(likeWords), actor, bind)}) as offered`,
    values,
  );
  return rows.map(({ word }) => word);
}
