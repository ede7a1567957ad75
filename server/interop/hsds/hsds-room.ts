// The read API of HSDS 3.1: the public offer of a centre, to whoever asks, under /hsds/<centre>.
import { NotHandedOver } from "../../platform/file-door.js";
import type {
  OpenAnswer,
  OpenRoom,
  OpenVisit,
} from "../../platform/open-room.js";
import { collections } from "./collections.js";
import { isId } from "./named-id.js";
import { openApi } from "./open-api.js";
import type { Publication } from "./publication.js";
import type { Asked } from "./published.reads.js";
import { readQuery } from "./query.js";
import type { Told } from "./told.js";

const nothing = () => new NotHandedOver(404, "There is nothing here.");

export function hsdsRoom(
  publication: Publication,
  publicUrl: string,
): OpenRoom {
  return async ({ path, query }: OpenVisit): Promise<OpenAnswer> => {
    const [slug = "", name = "", id, ...rest] = path;
    const centre = await publication.centre(slug);
    if (!centre || rest.length > 0) throw nothing();
    const base = `${publicUrl.replace(/\/$/, "")}/hsds/${slug}`;
    const at: Asking = (question) => publication.ask(centre.id, question);
    if (name === "") return { json: greeting(base) };
    if (name === "openapi.json" && id === undefined)
      return { json: openApi(base, centre.name) };
    const collection = collections.get(name);
    if (!collection) throw nothing();
    if (id === undefined) return list(at, collection, query);
    const found = isId(id)
      ? await at((asked) => collection.find(asked, id.toLowerCase(), query))
      : null;
    if (!found) throw nothing();
    return { json: found };
  };
}

function greeting(base: string): Told {
  return {
    version: "3.1",
    profile: "https://docs.openreferral.org/en/latest/hsds/",
    openapi_url: `${base}/openapi.json`,
  };
}

type Asking = <Result>(
  question: (asked: Asked) => Promise<Result>,
) => Promise<Result>;
type Collection =
  typeof collections extends ReadonlyMap<string, infer One> ? One : never;

async function list(
  at: Asking,
  collection: Collection,
  query: URLSearchParams,
): Promise<OpenAnswer> {
  const { wanted, page, perPage, format } = readQuery(
    query,
    collection.parameters,
  );
  if (format === "ndjson")
    return {
      lines: everyLine(at, collection, query),
      type: "application/x-ndjson; charset=utf-8",
    };
  return at(async (asked) => {
    const total = await collection.count(asked, wanted);
    const contents = await collection.list(
      asked,
      wanted,
      { first: perPage, skip: (page - 1) * perPage },
      query,
    );
    const pages = Math.ceil(total / perPage);
    return {
      json: {
        total_items: total,
        total_pages: pages,
        page_number: page,
        size: contents.length,
        first_page: page === 1,
        last_page: page >= pages,
        empty: contents.length === 0,
        contents,
      },
    };
  });
}

const BATCH = 200;

/** Batch after batch, each in a snapshot of its own: no connection waits for a slow reader. */
async function* everyLine(
  at: Asking,
  collection: Collection,
  query: URLSearchParams,
): AsyncGenerator<string> {
  const { wanted } = readQuery(query, collection.parameters);
  let after: string | undefined;
  for (;;) {
    const from = after;
    const batch = await at((asked) =>
      collection.list(
        asked,
        from === undefined ? wanted : { ...wanted, after: from },
        { first: BATCH },
        query,
      ),
    );
    for (const one of batch) yield JSON.stringify(one);
    const last = batch.at(-1)?.["id"];
    if (batch.length < BATCH || typeof last !== "string") return;
    after = last;
  }
}
