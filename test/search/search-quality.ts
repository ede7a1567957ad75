// `npm run search-quality`: how well the search finds, by kind of query, beside PostgreSQL's text search and trigrams alone over the same services.
import "reflect-metadata";

import { rmSync } from "node:fs";
import { resolve } from "node:path";

import pg from "pg";

import { migrations } from "../../migrations/index.js";
import { migrateUp } from "../../server/platform/database/migrate.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { makeDurablePostgres } from "../chaos/durable-postgres.js";
import { openApi } from "../support/api.js";
import { freePort } from "../support/server.js";
import { aCentre } from "../support/world.js";
import { askPeer, askSplot, PEER_TABLE, peers } from "./asking.js";
import { openBank } from "./bank.js";
import { type Judged, judgedQueries, scoreOf } from "./judged.js";

type Found = [judged: Judged, codes: string[]][];

const folder = resolve(".data/search-quality");
const say = (line: string) => process.stdout.write(`${line}\n`);
const wantsMisses = process.argv.includes("--misses");

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const postgres = await makeDurablePostgres(folder, await freePort());
  await migrateUp(postgres.database, migrations);
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  try {
    const api = await openApi(postgres.database);
    try {
      await admin.connect();
      const centre = await aCentre(api);
      const kipus = await centre.aPerson("KIPUS");
      const codes = await openBank(centre);
      await admin.query(PEER_TABLE);
      const byRow = new Map(
        [...codes].map(([id, code]) => [fromGlobalId("Service", id), code]),
      );
      const contestants: Record<string, Found> = { splot: [] };
      for (const judged of judgedQueries()) {
        const ids = await askSplot(kipus, centre, judged.text);
        contestants["splot"]?.push([judged, named(ids, codes)]);
        for (const [peer, statement] of peers) {
          const found = await askPeer(admin, statement, centre.id, judged.text);
          (contestants[peer] ??= []).push([judged, named(found, byRow)]);
        }
      }
      tell(contestants, codes.size);
    } finally {
      await api.close();
    }
  } finally {
    await admin.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function named(
  ids: readonly string[],
  codes: ReadonlyMap<string, string>,
): string[] {
  return ids.flatMap((id) => codes.get(id) ?? []);
}

function tell(contestants: Record<string, Found>, services: number): void {
  const ours = contestants["splot"] ?? [];
  const names = Object.keys(contestants);
  const kinds = [...new Set(ours.map(([{ kind }]) => kind))];
  say(
    `${String(ours.length)} judged queries over ${String(services)} services`,
  );
  say("nDCG@10 and, in brackets, recall@20 of what is exact or good");
  say(["".padEnd(24), ...names.map((name) => name.padEnd(18))].join(""));
  const row = (
    title: string,
    which: (found: Found[number], at: number) => boolean,
  ) =>
    say(
      [
        `${title} (${String(ours.filter(which).length)})`.padEnd(24),
        ...names.map((name) => {
          const { ndcg, recall } = scoreOf(
            (contestants[name] ?? []).filter(which),
          );
          return `${ndcg.toFixed(3)} (${recall.toFixed(3)})`.padEnd(18);
        }),
      ].join(""),
    );
  for (const kind of kinds) row(kind, ([judged]) => judged.kind === kind);
  row("all", () => true);
  // misses were looked at among the odd lines only; one hand wrote all of them and the list, so it is no blind test
  row("not tuned on", (_, at) => at % 2 === 1);
  if (!wantsMisses) return;
  for (const [judged, codes] of ours) {
    const { ndcg } = scoreOf([[judged, codes]]);
    if (ndcg < 0.8)
      say(
        `${ndcg.toFixed(2)} ${judged.kind}: ${judged.text}: ${codes.slice(0, 10).join(" ")} instead of ${[...judged.grades.keys()].join(" ")}`,
      );
  }
}

await main();
