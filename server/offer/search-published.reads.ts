// The same search as inside, over what a centre offers to everybody: asked by whoever holds a snapshot, who acts or not.
import type { Reads } from "../platform/database/session.js";
import { binding } from "../platform/permission/render.js";
import { nearness } from "./service-query.reads.js";
import { offerOf, understand } from "./understood.reads.js";

interface Searched {
  /** Best first. */
  ids: string[];
  /** What was read instead of mistyped words. */
  readAs: string[];
}

export async function searchPublished(
  { reads, centreId }: { reads: Reads; centreId: string },
  text: string,
  first: number,
): Promise<Searched> {
  const asking = { reads, actor: { kind: "visitor", centreId } } as const;
  const search = await understand(asking, text.trim());
  const { values, bind } = binding();
  const ids = bind(search.ids ?? []);
  const { related, farther } = nearness(search, bind);
  const rows = await reads.rows<{ id: string }>(
    `select s.id ${offerOf(asking.actor, bind)} and s.id = any(${ids}::uuid[])
     order by ${related}, ${farther}, folded(s.name), s.id limit ${bind(first)}`,
    values,
  );
  return {
    ids: rows.map(({ id }) => id),
    readAs: search.parts.flatMap(({ readAs }) => readAs ?? []),
  };
}
