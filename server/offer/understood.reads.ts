// A search as it was understood against the offer: what is looked for, what was mistyped, and how much of it a service must hold.
import type { Context } from "../platform/graphql/context.js";
import { loader } from "../platform/graphql/loader.js";
import type { Actor } from "../platform/permission/actor.js";
import { type Bind, binding, render } from "../platform/permission/render.js";
import { servicePolicy } from "./offer.policy.js";
import { anyOf, nearestTo, wordsMeant, written } from "./words/index.js";

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
  /** So many of its parts a service must hold: all of them, where any service does. */
  needed: number;
}

export const nothingSought: Understood = { parts: [], needed: 0 };

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
  // signs without a letter or a number are what no service holds
  if (sought.length === 0)
    return {
      parts: [partOf({ typed: text, direct: [""], related: [] }, null)],
      needed: 1,
    };
  const parts = sought.map((one) => partOf(one, null));
  const found = await probe(asking, parts);
  const mistyped = sought.filter(
    ({ isKnown }, at) => !isKnown && !found.holders[at],
  );
  if (mistyped.length === 0) return { parts, needed: found.needed };
  const offered = await wordsOnOffer(asking);
  const mended = sought.map((one, at) =>
    mistyped.includes(one)
      ? (mend(one.typed, offered) ?? partOf(one, null))
      : (parts[at] ?? partOf(one, null)),
  );
  const again = await probe(asking, mended);
  return { parts: mended, needed: again.needed };
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
export function offerOf(actor: Actor, bind: Bind): string {
  return `from service s join partner p on p.centre_id = s.centre_id and p.id = s.partner_id
    where s.centre_id = ${bind(actor.centreId)} and s.status in ('ACTIVE', 'PAUSED')
      and ${render(servicePolicy.read, actor, bind, "s")}`;
}

/** Which parts anything holds, and how many one service holds at most. */
async function probe(
  { reads, actor }: Asking,
  parts: readonly Part[],
): Promise<{ needed: number; holders: boolean[] }> {
  const { values, bind } = binding();
  const holds = parts.map(({ wide }) => holdsPart(`${bind(wide)}::tsquery`));
  const [row] = await reads.rows<{ most: number; held: boolean[] }>(
    `select coalesce(max(${holds.map((one) => `${one}::integer`).join(" + ")}), 0) as most,
       array[${holds.map((one) => `coalesce(bool_or(${one}), false)`).join(", ")}] as held
     ${offerOf(actor, bind)}`,
    values,
  );
  const most = row?.most ?? 0;
  // what holds less than half of it is another thing
  const isEnough = most * 2 >= parts.length && most > 0;
  return {
    needed: isEnough ? most : parts.length,
    holders: row?.held ?? [],
  };
}

async function wordsOnOffer({ reads, actor }: Asking): Promise<string[]> {
  const { values, bind } = binding();
  const rows = await reads.rows<{ word: string }>(
    `select distinct word from (select unnest(tsvector_to_array(s.words) || tsvector_to_array(p.words)) as word
       ${offerOf(actor, bind)}) as offered`,
    values,
  );
  return rows.map(({ word }) => word);
}
