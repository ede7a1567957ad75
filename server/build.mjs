// Installs and builds what a run of Splot needs, and only when something changed since the last time.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";

export const project = dirname(import.meta.dirname);
const at = (...parts) => join(project, ...parts);
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
const digest = (...texts) =>
  texts
    .reduce(
      (hash, text) => hash.update(text).update("\0"),
      createHash("sha256"),
    )
    .digest("hex");

/** A step that went wrong, told in one sentence and the tool's last lines. */
export class BuildFailure extends Error {
  constructor(sentence, output = "") {
    super(sentence);
    this.lastLines = output
      .trimEnd()
      .split("\n")
      // the tool's own stack helps nobody here
      .filter((line) => !/^\s+at /.test(line))
      .slice(-15)
      .join("\n");
  }
}

/** Runs a tool quietly; what it said is kept for the case that it fails. */
function runTool(what, command, args) {
  return new Promise((resolve, reject) => {
    const tool = spawn(command, args, {
      cwd: project,
      // whoever runs the tests builds what is served, not what is debugged
      env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    });
    let output = "";
    for (const stream of [tool.stdout, tool.stderr])
      stream.on("data", (chunk) => (output += chunk));
    tool.on("error", (cause) =>
      reject(new BuildFailure(`${what} could not be run.`, cause.message)),
    );
    tool.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new BuildFailure(`${what} failed (exit ${code}).`, output)),
    );
  });
}

function filesBelow(folder, skip = () => false) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((file) => !skip(file))
    .sort();
}

const stampOf = (files) =>
  digest(
    read(at("package-lock.json")),
    ...files.flatMap((file) => [file, readFileSync(at(file))]),
  );

/** Whether npm's own record of node_modules holds just what the lock asks for on this platform. */
function installedAsLocked(lock) {
  const record = read(at("node_modules/.package-lock.json"));
  if (!record || !lock) return false;
  const asked = JSON.parse(lock).packages;
  const installed = JSON.parse(record).packages;
  return Object.entries(asked).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found
      ? found.version === wanted.version && existsSync(at(path))
      : Boolean(wanted.optional);
  });
}

/** @returns whether anything had to be installed */
export async function ensureDependencies(step) {
  const lock = read(at("package-lock.json"));
  const wanted = digest(lock, process.version, process.platform, process.arch);
  const stamp = at("node_modules/.deps-stamp");
  if (read(stamp) === wanted) return false;
  const asLocked = installedAsLocked(lock);
  if (!asLocked)
    await step("installing packages", () =>
      runTool("npm ci", "npm", [
        "ci",
        "--include=dev",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
      ]),
    );
  writeFileSync(stamp, wanted);
  return !asLocked;
}

/** Written beside and moved into place, so that a process that starts meanwhile never reads half a file. */
function place(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

async function compile({ name, folders, stamp }, files) {
  const { transformFile } = await import("@swc/core");
  const made = new Set([at(stamp)]);
  const compileFile = async (file) => {
    const target = at("dist", file.replace(/\.ts$/, ".js"));
    made.add(target);
    if (!file.endsWith(".ts")) return place(target, readFileSync(at(file)));
    const { code } = await transformFile(at(file), {
      swcrc: false,
      // lines and names are wanted in traces, the text stands beside
      sourceMaps: "inline",
      inlineSourcesContent: false,
      jsc: {
        parser: { syntax: "typescript", decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
        },
        target: "es2022",
        keepClassNames: true,
      },
      module: { type: "es6" },
    });
    place(target, code);
  };
  try {
    await Promise.all(files.map(compileFile));
  } catch (cause) {
    throw new BuildFailure(`Compiling the ${name} failed.`, String(cause));
  }
  for (const folder of folders)
    for (const file of filesBelow(join("dist", folder)))
      if (!made.has(at(file))) rmSync(at(file), { force: true });
}

/** Folders that swc compiles into dist. */
function compiledPart(name, folders, skip) {
  const part = { name, folders, stamp: `dist/${folders[0]}/.stamp` };
  return {
    ...part,
    files: () => folders.flatMap((folder) => filesBelow(folder, skip)),
    make: (files) => compile(part, files),
  };
}

const serverPart = compiledPart("server", ["server", "migrations"], (file) =>
  /\.(mjs|md)$/.test(file),
);

/** What tests run as, and the harness of `npm run soak`. */
const testsPart = compiledPart("tests", ["test"], (file) =>
  /\.mjs$|^test.output/.test(file),
);

const generated = join("client", "graphql", "generated");
const clientPart = {
  name: "client",
  stamp: "dist/client/.stamp",
  files: () => [
    "codegen.yml",
    "schema/schema.graphql",
    ...filesBelow("client", (file) => file.startsWith(generated)),
  ],
  make: async () => {
    await runTool("Generating the client's types (codegen)", process.execPath, [
      at("node_modules/@graphql-codegen/cli/esm/bin.js"),
    ]);
    await runTool("Building the client (vite)", process.execPath, [
      at("node_modules/vite/bin/vite.js"),
      "build",
      "client",
      "--logLevel=warn",
    ]);
  },
};

/** Builds the named parts that are not up to date, side by side. */
export async function build(step, names = ["server", "client"]) {
  const due = [serverPart, clientPart, testsPart]
    .filter((part) => names.includes(part.name))
    .map((part) => {
      const files = part.files();
      return { ...part, sources: files, wanted: stampOf(files) };
    })
    .filter((part) => read(at(part.stamp)) !== part.wanted);
  if (due.length === 0) return;
  await step(`building ${due.map((part) => part.name).join(" and ")}`, () =>
    Promise.all(
      due.map(async (part) => {
        rmSync(at(part.stamp), { force: true });
        await part.make(part.sources);
        place(at(part.stamp), part.wanted);
      }),
    ),
  );
}

/** Says what is going on in one line, with the seconds it took. */
export async function step(title, work) {
  const start = performance.now();
  process.stdout.write(`Splot  ${title} … `);
  try {
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`${seconds.toFixed(1)} s\n`);
    return result;
  } catch (failure) {
    process.stdout.write("failed\n");
    throw failure;
  }
}
