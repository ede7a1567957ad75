// Starting and ending the process as an operator meets it: the good days, and a sentence for each of the bad ones.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { adminUrlOf, connectTo, freshDatabase } from "../support/database.js";
import {
  freePort,
  freshDataFolder,
  MASTER_KEY,
  type RunningSplot,
  runSplot,
  settingsFor,
  startSplot,
} from "../support/server.js";

const status = async (url: string) => (await fetch(url)).status;

/** Starts what must not start, and gives what it told. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const splot = await runSplot({ DEMO: "off", MASTER_KEY, ...settings });
  expect(await splot.ended).toBe(1);
  const told = splot.told();
  // a sentence, not a stack
  expect(told).not.toMatch(/^\s+at /m);
  return told;
}

async function endWell(splot: RunningSplot, signal?: NodeJS.Signals) {
  const left = await splot.stop(signal);
  if (left !== 0) throw new Error(`It left with ${left}:\n${splot.told()}`);
}

describe("with the embedded database", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await freshDataFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("starts, recovers after kill -9, and leaves nothing running", async () => {
    const settings = { DATA_DIR: folder, DEMO: "off", MASTER_KEY };
    const pidFile = join(folder, "postgres/postmaster.pid");

    const first = await startSplot(settings);
    expect(await status(`${first.url}/readyz`)).toBe(200);
    const rival = await refusal(settings);
    expect(rival).toContain("is in use by another running Splot");

    await first.stop("SIGKILL");
    expect(existsSync(pidFile)).toBe(true);

    // PostgreSQL outlived its server and is found again
    const second = await startSplot(settings);
    expect(await status(`${second.url}/readyz`)).toBe(200);
    await second.stop("SIGKILL");

    // now both are gone at once, as after a power cut
    const [pid] = readFileSync(pidFile, "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    const third = await startSplot(settings);
    expect(await status(`${third.url}/readyz`)).toBe(200);

    await endWell(third, "SIGINT");
    expect(existsSync(pidFile)).toBe(false);
    expect(third.told()).toContain("stopping");
  });

  it("ends on SIGTERM as on Ctrl-C", async () => {
    const splot = await startSplot({
      DATA_DIR: folder,
      DEMO: "off",
      MASTER_KEY,
    });
    await endWell(splot, "SIGTERM");
  });
});

describe("what cannot be used is told in a sentence", () => {
  it("names a taken port and another one", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) =>
      other.listen(port, "127.0.0.1", resolve),
    );
    const told = await refusal({ PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));
    expect(told.trim()).toBe(
      `Port ${port} is taken. Stop the program that uses it or choose another: PORT=${port + 1} npm start`,
    );
  });

  it("names a data folder that is a file", async () => {
    const file = join(tmpdir(), `splot-file-${process.pid}`);
    writeFileSync(file, "");
    const told = await refusal({ DATA_DIR: join(file, "data") });
    rmSync(file);
    expect(told).toContain(`The data folder ${file}/data cannot be used`);
  });

  it("names a setting that makes no sense", async () => {
    expect(await refusal({ DEMO: "perhaps" })).toContain(
      'DEMO is "perhaps"; it must be "on" or "off".',
    );
    expect(await refusal({ MASTER_KEY: "" })).toContain(
      "MASTER_KEY is missing; outside the demo",
    );
  });
});

describe("with an external database", () => {
  it("serves on two roles that may do no more than they need", async () => {
    const database = await freshDatabase();
    const splot = await startSplot(settingsFor(database));
    expect(await status(`${splot.url}/livez`)).toBe(200);
    expect(await status(`${splot.url}/readyz`)).toBe(200);
    expect(splot.told()).not.toContain("PostgreSQL 18");
    await endWell(splot);
  });

  it("is not ready while its database is away, and is again afterwards", async () => {
    const database = await freshDatabase();
    const splot = await startSplot(settingsFor(database));
    const admin = await connectTo(adminUrlOf("postgres"));
    const allow = async (isAllowed: boolean) => {
      await admin.query(
        `alter database "${database.name}" allow_connections ${isAllowed}`,
      );
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
        [database.name],
      );
    };
    await allow(false);
    expect(await status(`${splot.url}/readyz`)).toBe(503);
    expect(await status(`${splot.url}/livez`)).toBe(200);
    await allow(true);
    expect(await status(`${splot.url}/readyz`)).toBe(200);
    await admin.end();
    await endWell(splot);
  });

  it("refuses a superuser, a missing server and one role for both", async () => {
    const database = await freshDatabase();
    const good = settingsFor(database);
    expect(
      await refusal({ ...good, DATABASE_OWNER_URL: adminUrlOf(database.name) }),
    ).toContain('DATABASE_OWNER_URL: the role "postgres" is a superuser');
    expect(
      await refusal({
        ...good,
        DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c",
      }),
    ).toContain("DATABASE_URL: PostgreSQL at 127.0.0.1:1 cannot be used");
    expect(
      await refusal({ ...good, DATABASE_URL: good.DATABASE_OWNER_URL }),
    ).toContain("must be two");
  });
});
