// Before the journeys: the database as for all tests, and a browser found or unpacked once for all workers.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";

import { build } from "../../server/build.mjs";
import startDatabase from "./start-database.mjs";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function hasLibrary(name) {
  try {
    return execFileSync("ldconfig", ["-p"], { encoding: "utf8" }).includes(
      name,
    );
  } catch {
    return false;
  }
}

/** Unpacked aside and moved into place, so that an interrupted run leaves nothing half unpacked. */
async function unpack() {
  const modules = join(import.meta.dirname, "../../node_modules");
  const { version } = JSON.parse(
    readFileSync(join(modules, "@sparticuz/chromium/package.json"), "utf8"),
  );
  const folder = join(modules, ".cache/splot-browser", version);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    const before = { ...process.env };
    // the package unpacks into the folder for temporary files, and its own libnss3 only where it sees a bare cloud
    process.env.TMPDIR = fresh;
    process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    for (const name of Object.keys(process.env))
      if (before[name] === undefined) delete process.env[name];
    if (before.TMPDIR !== undefined) process.env.TMPDIR = before.TMPDIR;
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  }
  if (!hasLibrary("libnss3.so") || !hasLibrary("libnspr4.so"))
    process.env.SPLOT_TEST_BROWSER_LIBRARIES = join(folder, "al2023/lib");
  return join(folder, "chromium");
}

export default async function startBrowser() {
  await build((_title, work) => work());
  await startDatabase();
  process.env.SPLOT_TEST_BROWSER =
    installed.find((path) => existsSync(path)) ?? (await unpack());
}
