// The PostgreSQL that comes along when it is slow: waited for, and never stopped under a living Splot.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { EmbeddedPostgres } from "../../server/platform/database/embedded.js";
import {
  joinEmbedded,
  startEmbedded,
} from "../../server/platform/database/embedded.js";
import { connectTo } from "../support/database.js";
import { freshDataFolder } from "../support/server.js";

let folder: string;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  folder = await freshDataFolder();
  postgres = await startEmbedded(folder, { isDurable: false });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The postmaster, as its own file names it. */
function postmaster(): number {
  const file = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8");
  return Number(file.split("\n")[0]);
}

const answers = async () => {
  const client = await connectTo(postgres.ownerUrl);
  await client.end();
};

it("is joined while it runs", async () => {
  const joined = await joinEmbedded(folder);
  expect(joined.ownerUrl).toBe(postgres.ownerUrl);
});

it("is left alone by a command that it does not answer", async () => {
  const before = postmaster();
  process.kill(before, "SIGSTOP");
  try {
    await expect(joinEmbedded(folder, { milliseconds: 700 })).rejects.toThrow(
      `Splot is running in ${folder}, but its PostgreSQL does not answer. Try again.`,
    );
  } finally {
    process.kill(before, "SIGCONT");
  }
  expect(postmaster()).toBe(before);
  await answers();
});

it("is taken over from a dead Splot as it is, when it answers late", async () => {
  const before = postmaster();
  process.kill(before, "SIGSTOP");
  const again = await startEmbedded(folder, {
    isDurable: false,
    patience: {
      milliseconds: 25_000,
      onWaiting: () => process.kill(before, "SIGCONT"),
    },
  });
  expect(again.ownerUrl).toBe(postgres.ownerUrl);
  expect(postmaster()).toBe(before);
});

it("says in a sentence that its passwords are lost, damaged or others", async () => {
  const path = join(folder, "credentials.json");
  const kept = readFileSync(path, "utf8");
  const sentence = () =>
    startEmbedded(folder).then(
      () => "it started",
      (failure: unknown) => String(failure),
    );
  renameSync(path, `${path}.away`);
  expect(await sentence()).toContain(`${path} is lost`);
  writeFileSync(path, kept.slice(0, 40));
  expect(await sentence()).toContain(`${path} cannot be read (damaged)`);
  writeFileSync(path, `{"owner":"x"}`);
  expect(await sentence()).toContain(`${path} does not hold the passwords`);
  writeFileSync(path, `{"admin":"x","owner":"y","application":"z"}`);
  expect(await sentence()).toContain("are not those of its database");
  renameSync(`${path}.away`, path);
  await answers();
});
