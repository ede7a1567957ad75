// The real process, started as an operator starts it and watched from outside; and what it serves, in the process of the test.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Clock } from "../../server/platform/clock.js";
import { readConfig } from "../../server/platform/config.js";
import { Keys } from "../../server/platform/keys.js";
import { Vault } from "../../server/platform/vault.js";
import { type Life, serve } from "../../server/serve.js";
import type { TestDatabase } from "./database.js";

export interface RunningSplot {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that it has told so far, on both outputs. */
  told(): string;
  /** The exit status, once it has ended. */
  readonly ended: Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Below the range that the system hands out, apart for each worker and lane, and for runs beside each other. */
let nextPort =
  20_000 +
  Number(process.env["SPLOT_TEST_LANE"] ?? "0") * 3_000 +
  Number(process.env["JEST_WORKER_ID"] ?? "0") * 500 +
  (process.pid % 400);

export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

/** A data folder of one's own that PostgreSQL's user may enter. */
export async function freshDataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "splot-data-"));
  await chmod(folder, 0o711);
  return folder;
}

/** One key for all processes of the tests. */
const testSecret = Buffer.alloc(32, "splot");
const testMaster = Buffer.alloc(32, "master");
export const testKeys = new Keys(testSecret, new Vault(testMaster));

/** What no server outside the demo starts without. */
export const MASTER_KEY = testMaster.toString("base64");

/** The settings that put a server on a database of the tests. */
export function settingsFor(database: TestDatabase) {
  return {
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SECRET_KEY: testSecret.toString("base64"),
    MASTER_KEY,
  };
}

export interface ServedHere {
  readonly url: string;
  stop(): Promise<void>;
}

/** All that the process serves, without a process: it has a second and a half less to load. */
export async function serveHere(
  settings: Record<string, string>,
  clock?: Clock,
): Promise<ServedHere> {
  const port = settings["PORT"] ?? String(await freePort());
  const config = readConfig(
    { LOG_LEVEL: "error", ...settings, PORT: port },
    process.cwd(),
  );
  const endings: Life["endings"] = [];
  let isEnding = false;
  const stop = async () => {
    isEnding = true;
    for (const end of endings.splice(0).reverse()) await end();
  };
  const saying: Life["saying"] = (_title, work) => work();
  try {
    await serve(config, { endings, isEnding: () => isEnding, saying }, clock);
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

export async function runSplot(
  settings: Record<string, string>,
  { withClient = false } = {},
): Promise<RunningSplot> {
  const port = settings["PORT"] ?? String(await freePort());
  const child = spawn(
    process.execPath,
    ["server/start.mjs", "main", ...(withClient ? [] : ["--without-client"])],
    {
      env: { ...process.env, ...settings, PORT: port },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (told += text));
  const ended = once(child, "close").then(() => child.exitCode);
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    told: () => told,
    ended,
    stop(signal = "SIGINT") {
      child.kill(signal);
      return ended;
    },
  };
}

/** Resolves once it serves; one that ends before has failed, and says why. */
export async function startSplot(
  settings: Record<string, string>,
  options?: { withClient?: boolean },
): Promise<RunningSplot> {
  const splot = await runSplot(settings, options);
  const ready = new Promise<"ready">((resolve) => {
    splot.process.stdout?.on("data", () => {
      if (splot.told().includes("ready at")) resolve("ready");
    });
  });
  const first = await Promise.race([ready, splot.ended]);
  if (first !== "ready")
    throw new Error(`The server did not start:\n${splot.told()}`);
  return splot;
}
