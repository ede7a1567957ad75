// The three speeds of the tests: rules without I/O, use cases on a real PostgreSQL, journeys in a browser.
import { readdirSync, readFileSync } from "node:fs";

const support = /from "(?:\.\.\/)+support\//;

/** A rule test leans on nothing of test/support: it needs no database, no server and no browser. */
function ruleTests() {
  return readdirSync("test", { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes("journeys/"))
    .filter((file) => !support.test(readFileSync(`test/${file}`, "utf8")))
    .map((file) => `<rootDir>/test/${file}`);
}

const rules = ruleTests();

const compiledAs = (tsx) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: "automatic" },
      },
      target: "es2022",
      keepClassNames: true,
    },
    module: { type: "es6" },
  },
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  setupFiles: ["reflect-metadata"],
  transform: {
    "^.+\\.ts$": compiledAs(false),
    "^.+\\.tsx$": compiledAs(true),
  },
};

const onDatabase = {
  globalSetup: "<rootDir>/test/support/start-database.mjs",
  globalTeardown: "<rootDir>/test/support/stop-database.mjs",
};

export default {
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "rules",
      // an empty list would mean every file
      testMatch: rules.length > 0 ? rules : ["<rootDir>/no-rule-test-yet"],
    },
    {
      ...shared,
      ...onDatabase,
      displayName: "use cases",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: [
        "/journeys/",
        ...rules.map((file) => file.replace("<rootDir>/", "/") + "$"),
      ],
    },
    {
      ...shared,
      ...onDatabase,
      displayName: "journeys",
      globalSetup: "<rootDir>/test/support/start-browser.mjs",
      testMatch: ["<rootDir>/test/**/journeys/**/*.test.ts"],
    },
  ],
};
