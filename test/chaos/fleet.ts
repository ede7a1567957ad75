// Three real processes on one PostgreSQL, as an operator runs them behind a balancer: whatever is killed is started again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { settingsFor } from "../support/server.js";
import {
  type DurablePostgres,
  makeDurablePostgres,
} from "./durable-postgres.js";

export interface Fleet {
  readonly postgres: DurablePostgres;
  readonly processes: readonly FleetProcess[];
  /** What a process said went wrong, other than that its database was away. */
  readonly faults: readonly string[];
  /** What each process that ended by itself said of it. */
  readonly falls: readonly string[];
  /** Resolves when all of them serve. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const size = 3;

/** Away from the ports that other tests take while a process of the fleet is down. */
let nextPort = 28_000 + (process.pid % 400) * 10;

/** Ends with whoever started it, so that a harness that is killed leaves nobody behind. */
const mortal = `data:text/javascript,process.once("disconnect",()=>process.kill(process.pid,"SIGKILL"))`;
const main = join(process.cwd(), "dist/server/main.js");

export class FleetProcess {
  readonly url: string;
  private child: ChildProcess | null = null;
  private readonly closing = new AbortController();
  readonly ended: Promise<void>;

  constructor(
    port: number,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly onLine: (line: string) => unknown,
    private readonly onFall: (words: string) => void,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    this.settings = { ...settings, PORT: String(port), PUBLIC_URL: this.url };
    this.ended = this.keep();
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async ready(): Promise<void> {
    while (!this.isClosed()) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await pause(50);
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.signal("SIGTERM");
    await this.ended;
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** As a supervisor does: again and again, while its database is away as well. */
  private async keep(): Promise<void> {
    while (!this.isClosed()) {
      const child = spawn(process.execPath, ["--import", mortal, main], {
        env: { ...process.env, ...this.settings },
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
      this.child = child;
      let rest = "";
      let words = "";
      child.stderr?.setEncoding("utf8").on("data", (text: string) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines)
          if (line.startsWith("{")) this.onLine(line);
          else if (words.length < 3000) words += `${line}\n`;
      });
      await once(child, "close");
      if (this.isClosed()) return;
      if (child.exitCode !== null) this.onFall(words);
      await pause(100);
    }
  }
}

/** What only a bug makes a process say. */
const fault = /"msg":"(operation|delivery|request) failed"/;

/** The first ones tell most. */
function keep(lines: string[], line: string): void {
  if (lines.length < 50) lines.push(line);
}

export async function openFleet(
  folder: string,
  { demo = false } = {},
): Promise<Fleet> {
  const postgres = await makeDurablePostgres(folder, nextPort++);
  const faults: string[] = [];
  const falls: string[] = [];
  const settings = {
    ...settingsFor(postgres.database),
    DEMO: demo ? "on" : "off",
    LOG_LEVEL: "warn",
  };
  const processes: FleetProcess[] = [];
  for (let each = 0; each < size; each += 1)
    processes.push(
      new FleetProcess(
        nextPort++,
        settings,
        (line) => fault.test(line) && keep(faults, line),
        (words) => keep(falls, words),
      ),
    );
  const ready = () =>
    Promise.all(processes.map((one) => one.ready())).then(() => undefined);
  await ready();
  return {
    postgres,
    processes,
    faults,
    falls,
    ready,
    async close() {
      await Promise.all(processes.map((one) => one.close()));
      await postgres.stop();
    },
  };
}
