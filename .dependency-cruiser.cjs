// The house rules of imports: modules have a rank and a door, you go down, through the door.
const { readdirSync, readFileSync } = require("node:fs");

const ranks = [
  ["platform"],
  ["events"],
  ["letters"],
  ["identity"],
  ["partners"],
  ["partnership", "offer", "people"],
  ["agreements"],
  ["programmes", "standards"],
  ["cases"],
  ["referrals"],
  ["notices"],
  ["needs"],
  ["forum"],
  ["fulfilment", "resources"],
  ["formation", "picture", "audit", "interop"],
  ["protection", "residents"],
  ["demo", "commands"],
];
const modules = ranks.flat();

/** For each module: nothing of its own rank (but itself) or higher. */
const downhill = ranks.flatMap((rank, height) =>
  rank.map((module) => ({
    name: height === 0 ? "platform-knows-no-domain" : `downhill-${module}`,
    comment:
      "Import only from a lower rank; equals meet in app.ts or through an event.",
    severity: "error",
    from: { path: `^server/${module}/` },
    to: {
      path: [
        ...ranks
          .slice(height)
          .flat()
          .filter((other) => other !== module)
          .map((other) => `^server/${other}/`),
        "^server/[^/]+\\.ts$",
      ],
    },
  })),
);

/** The files that hold a row and its rules. */
const entities = readdirSync("server", { recursive: true })
  .filter((file) => file.endsWith(".ts"))
  .filter((file) => readFileSync(`server/${file}`, "utf8").includes("@Entity("))
  .map((file) => `^server/${file.replaceAll(".", "\\.")}$`);

/** Use cases begin with what they do. */
const verbs = `^server/[^/]+/(${[
  "accept|adopt|approve|authenticate|authorize|call|cancel|change|check|comment|complete|confirm|consult|decline",
  "discontinue|draft|end|expire|finish|form|grant|hold|import|invite|join|leave|link",
  "load|lock|make|note|offer-place|open|plan|propose|publish|reach|record|register|release",
  "reopen|report|revoke|send|set|sign|start|suspend|switch|take|waitlist|withdraw|write",
].join("|")})(-|\\.ts$)`;

module.exports = {
  forbidden: [
    ...downhill,
    {
      name: "enter-by-the-door",
      comment: "Another module is entered only through its index.ts.",
      severity: "error",
      from: { path: "^server/([^/]+)/" },
      to: {
        path: "^server/(?!platform/)[^/]+/(?!index\\.ts$)",
        pathNot: "^server/$1/",
      },
    },
    {
      name: "enter-by-the-door-from-the-top",
      severity: "error",
      from: { path: "^(server/[^/]+\\.ts$|migrations/)" },
      to: { path: "^server/(?!platform/)[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "rules-are-pure",
      comment:
        "An entity imports no use case, reads, resolver or unit of work.",
      severity: "error",
      from: {
        path: entities.length > 0 ? entities : "^no entity yet$",
      },
      to: {
        path: [
          "\\.(reads|resolver)\\.ts$",
          "^server/events/transact\\.ts$",
          verbs,
        ],
        pathNot: "^server/(platform|events)/(?!transact)",
      },
    },
    {
      name: "resolvers-call-verbs",
      comment: "A resolver names a verb or a read; rows are for them.",
      severity: "error",
      from: { path: "\\.resolver\\.ts$" },
      to: { path: "node_modules/typeorm/" },
    },
    {
      name: "client-apart",
      comment: "Client and server meet only in schema/schema.graphql.",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|migrations)/" },
    },
    {
      name: "server-apart",
      severity: "error",
      from: { path: "^(server|migrations)/" },
      to: { path: "^client/" },
    },
    {
      name: "features-apart",
      comment:
        "A feature imports design, graphql, app and itself; of others only what their index lists.",
      severity: "error",
      from: { path: "^client/([^/]+)/", pathNot: "^client/app/" },
      to: {
        path: "^client/[^/]+/",
        pathNot: [
          "^client/(design|graphql|app|i18n)/",
          "^client/$1/",
          "^client/[^/]+/index\\.ts$",
        ],
      },
    },
    {
      name: "design-knows-no-graph",
      severity: "error",
      from: { path: "^client/design/" },
      to: { path: ["^client/(?!design/|i18n/)[^/]+/", "@apollo/client"] },
    },
    {
      name: "tests-point-in",
      severity: "error",
      from: { path: "^(server|client|migrations)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^(server|client)/",
        pathNot: [
          "\\.d\\.m?ts$",
          "\\.mjs$",
          "^server/[^/]+\\.ts$",
          "^client/(main\\.tsx|vite\\.config\\.ts)$",
        ],
      },
      to: {},
    },
    {
      name: "known-module",
      comment: "A new module gets its rank in this file first.",
      severity: "error",
      from: {
        path: "^server/[^/]+/",
        pathNot: `^server/(${modules.join("|")})/`,
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "client/graphql/generated|^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
