// What `npm test` runs: every check and every test, so that no core waits, told in one line each and one sum at the end.
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";

import {
  build,
  BuildFailure,
  ensureDependencies,
  project,
  step,
} from "../server/build.mjs";

const onlyChecks = process.argv[2] === "check";
const tool = (path, ...words) => [join("node_modules", path), ...words];

const checks = [
  [
    "lint and types",
    tool("oxlint/bin/oxlint", "--type-aware", "--type-check", "--quiet", "."),
  ],
  ["format", tool("oxfmt/bin/oxfmt", "--check", ".")],
  [
    "imports",
    tool(
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      "server",
      "migrations",
      "client",
    ),
  ],
  ["dead code", tool("knip/bin/knip.js")],
  ["schema drift", ["server/start.mjs", "schema", "--check"]],
];

const results = [];

function runNode(words, stdio, { isPatient = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: project,
      stdio: ["ignore", stdio, stdio],
      // nothing is painted over: others write to the same terminal
      env: { ...process.env, FORCE_COLOR: "0", CI: "1" },
    });
    // a third of a test's share: what tests leave over, and enough to end with them
    if (isPatient) setPriority(child.pid, 5);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function check([name, words], { isPatient }) {
  const start = performance.now();
  const { code, output } = await runNode(words, "pipe", { isPatient });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const isGood = code === 0;
  results.push({
    name,
    seconds,
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
  });
  console.log(`${isGood ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (!isGood) console.log(output.trimEnd().replaceAll(/^/gm, "    "));
}

/** One check after the other, two of them at a time: as many as the cores this project counts with. */
async function checkAll(beside) {
  const queue = [...checks];
  // beside the tests checks take only what those leave over
  const work = async (isPatient) => {
    for (let next = queue.shift(); next; next = queue.shift())
      await check(next, { isPatient });
  };
  const isBesideTests = Boolean(beside);
  await Promise.all([
    work(isBesideTests),
    Promise.resolve(beside).then(() => work(isBesideTests)),
  ]);
}

/** Two workers for what works, one beside them for what mostly waits: three that work would hold each other up. */
const lanes = [
  [
    "--selectProjects",
    "client",
    "rules",
    "use cases",
    "journeys",
    "--maxWorkers=2",
  ],
  ["--selectProjects", "outages", "--runInBand"],
];

/** @returns jest's report of one lane, and how it ended; nothing where there is no report */
async function runLane(words, lane) {
  const report = join(project, `test/output/jest-${String(lane)}.json`);
  rmSync(report, { force: true });
  process.env.SPLOT_TEST_LANE = String(lane);
  const { code } = await runNode(
    [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      ...tool("jest/bin/jest.js"),
      ...words,
      "--json",
      `--outputFile=${report}`,
    ],
    "inherit",
  );
  return existsSync(report)
    ? { code, ...JSON.parse(readFileSync(report, "utf8")) }
    : null;
}

async function runTests() {
  mkdirSync(join(project, "test/output"), { recursive: true });
  // written by workers that die or break, see support/runner.mjs
  const crashes = join(project, "test/output/crashes.txt");
  rmSync(crashes, { force: true });
  process.env.SPLOT_TEST_CRASHES = crashes;
  const start = performance.now();
  const reports = await Promise.all(lanes.map(runLane));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (reports.includes(null)) {
    results.push({ name: "tests", seconds, passed: 0, failed: 1 });
    return;
  }
  const sum = (key) => reports.reduce((total, one) => total + one[key], 0);
  // what was left out by a word in a test, and a file that no project takes
  const skipped = sum("numPendingTests") + sum("numTodoTests");
  const files = readdirSync(join(project, "test"), { recursive: true }).filter(
    (file) => /\.test\.tsx?$/.test(file),
  ).length;
  const missing = Math.abs(files - sum("numTotalTestSuites"));
  if (missing > 0)
    console.log(
      `✗ ${String(files)} test files, ${String(sum("numTotalTestSuites"))} of them ran`,
    );
  const hasCrashed = existsSync(crashes);
  if (hasCrashed) console.log(`✗ crashed\n${readFileSync(crashes, "utf8")}`);
  const failed =
    sum("numFailedTests") +
    sum("numRuntimeErrorTestSuites") +
    skipped +
    missing +
    (hasCrashed ? 1 : 0);
  results.push({
    name: "tests",
    seconds,
    passed: sum("numPassedTests"),
    // jest may also fail after its tests, in a teardown
    failed: failed === 0 && reports.some(({ code }) => code !== 0) ? 1 : failed,
    skipped,
  });
}

const start = performance.now();
try {
  await ensureDependencies(step);
  await build(step, onlyChecks ? undefined : ["server", "client", "tests"]);
  results.push({
    name: "install and build",
    seconds: ((performance.now() - start) / 1000).toFixed(1),
    passed: 1,
    failed: 0,
  });
} catch (failure) {
  if (!(failure instanceof BuildFailure)) throw failure;
  console.log(`✗ ${failure.message}\n\n${failure.lastLines}`);
  results.push({
    name: "install and build",
    seconds: "?",
    passed: 0,
    failed: 1,
  });
}
await checkAll(onlyChecks ? undefined : runTests());

const sum = (key) =>
  results.reduce((total, result) => total + (result[key] ?? 0), 0);
console.log("");
for (const { name, seconds, passed, failed } of results)
  console.log(
    `${name.padEnd(28)} ${String(seconds).padStart(6)} s  ${passed} passed, ${failed} failed`,
  );
const all = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${"everything".padEnd(28)} ${all.padStart(6)} s`);
console.log(
  `${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`,
);
process.exitCode = sum("failed") > 0 ? 1 : 0;
