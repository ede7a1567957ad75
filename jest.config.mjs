// The speeds of the tests: rules without I/O, use cases on a real PostgreSQL, journeys in a browser; those of the client apart.
import { readdirSync, readFileSync } from "node:fs";

const support = /from "(?:\.\.\/)+support\//;

/** A rule test leans on nothing of test/support: it needs no database, no server and no browser. */
function ruleTests() {
  return readdirSync("test", { recursive: true })
    .filter((file) => /\.test\.ts$/.test(file))
    .filter((file) => !/^(journeys|client)\//.test(file))
    .filter((file) => !support.test(readFileSync(`test/${file}`, "utf8")))
    .map((file) => `<rootDir>/test/${file}`);
}

const rules = ruleTests();

/** They keep a PostgreSQL of their own and wait for it to come back more than they work: run beside all others, see run.mjs. */
const ofOutages = ["test/chaos/chaos.test.ts", "test/platform/outages.test.ts"];

const compiledAs = (tsx) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
    module: { type: "es6" },
  },
];

/** The client is compiled for browsers: its modules are loaded by jest itself, anew for each file. */
const ofTheClient = {
  displayName: "client",
  rootDir: import.meta.dirname,
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": compiledAs(false),
    "^.+\\.tsx$": compiledAs(true),
  },
  testMatch: ["<rootDir>/test/client/**/*.test.{ts,tsx}"],
};

/** All others run on what `npm start` runs, loaded once in each worker (decision 0023). */
const ofTheServer = {
  rootDir: import.meta.dirname,
  testEnvironment: "<rootDir>/test/support/environment.mjs",
  testRunner: "<rootDir>/test/support/runner.mjs",
  globalSetup: "<rootDir>/test/support/compile.mjs",
};

const onDatabase = {
  ...ofTheServer,
  globalSetup: "<rootDir>/test/support/start-database.mjs",
  globalTeardown: "<rootDir>/test/support/stop-database.mjs",
};

export default {
  testTimeout: 60_000,
  testSequencer: "<rootDir>/test/support/sequencer.mjs",
  projects: [
    ofTheClient,
    {
      ...ofTheServer,
      displayName: "rules",
      // an empty list would mean every file
      testMatch: rules.length > 0 ? rules : ["<rootDir>/no-rule-test-yet"],
    },
    {
      ...onDatabase,
      displayName: "use cases",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/test/(journeys|client)/",
        ...rules.map((file) => file.replace("<rootDir>/", "/") + "$"),
        ...ofOutages.map((file) => `/${file}$`),
      ],
    },
    {
      ...ofTheServer,
      displayName: "outages",
      testMatch: ofOutages.map((file) => `<rootDir>/${file}`),
    },
    {
      ...onDatabase,
      displayName: "journeys",
      globalSetup: "<rootDir>/test/support/start-browser.mjs",
      testMatch: ["<rootDir>/test/journeys/**/*.test.ts"],
    },
  ],
};
