// What `npm start` runs: installs and builds what is missing, then hands over to the process itself.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import {
  build,
  BuildFailure,
  ensureDependencies,
  project,
  step,
} from "./build.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Splot needs Node 20.19 or newer, this is ${process.versions.node}.`,
  );
  process.exit(1);
}

// the first word names the program of server/ to run; only the main one tells what it builds
const [program = "main"] = process.argv.splice(2, 1);
const aside = (title, work) =>
  program === "main" ? step(title, work) : work();
const withClient =
  program === "main" && !process.argv.includes("--without-client");

// graphql looks twice at each type otherwise
process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
try {
  await ensureDependencies(step);
  await build(aside, withClient ? undefined : ["server"]);
} catch (failure) {
  if (!(failure instanceof BuildFailure)) throw failure;
  console.error(`${failure.message}\n\n${failure.lastLines}`);
  process.exit(1);
}

const entry = join(project, "dist/server", `${program}.js`);
if (!existsSync(entry)) {
  console.error(`There is no program "${program}" in server/.`);
  process.exit(1);
}
await import(pathToFileURL(entry).href);

// npm does not pass every signal on; a server whose npm is gone would keep the port with nobody at the console
if (program === "main" && process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  look.unref();
}
