// The house rules that a machine can check in each file by itself; what takes types is in .oxlintrc.json, imports between modules are dependency-cruiser's.
import { basename } from "node:path";

import graphql from "@graphql-eslint/eslint-plugin";
import sortImports from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

const banned =
  "utils?|helpers?|common|shared|misc|managers?|handlers?|processors?|services|base|abstract|impl|infos?|types|dtos?";
const bannedFile = new RegExp(`(^|[-.])(${banned})([-.]|$)`, "i");
const bannedClass =
  /(Utils?|Helpers?|Manager|Handler|Processor|.Service|Base|Impl|Data|Info|Item|Types|DTO|Dto)$|^(Abstract|Base)[A-Z]|^I[A-Z][a-z]/;
const namedByDomain = new Set(["PageInfo", "PlanItem", "SeenService"]);

/** Rules of this house that no plugin has. */
const house = {
  rules: {
    "file-name": {
      create: (context) => ({
        Program(node) {
          const name = basename(context.filename).replace(/\.[^.]+$/, "");
          const shaped = /\.tsx$/.test(context.filename)
            ? /^([A-Z][A-Za-z0-9]*|main|routes)(\.test)?$/.test(name)
            : /^(\d{8}T\d{4}-)?[a-z0-9]+(-[a-zA-Z0-9]+)*(\.[a-z]+)*$/.test(
                name,
              ) || /^use[A-Z][A-Za-z]*(\.test)?$/.test(name);
          if (!shaped)
            context.report({
              node,
              message:
                "Files are kebab-case, components PascalCase.tsx, hooks useVerb.ts.",
            });
          if (bannedFile.test(name))
            context.report({
              node,
              message: `"${name}" says nothing of the domain: name the noun, the verb or the question.`,
            });
        },
      }),
    },
    "opening-sentence": {
      create: (context) => ({
        Program(node) {
          const first = context.sourceCode.getAllComments()[0];
          const body = node.body[0];
          if (!first || (body && first.range[0] > body.range[0]))
            context.report({
              node,
              message:
                "Every file opens with one sentence: what this is in the domain.",
            });
        },
      }),
    },
    "class-name": {
      create(context) {
        const look = (node) => {
          const name = node.id?.name;
          if (name && bannedClass.test(name) && !namedByDomain.has(name))
            context.report({
              node: node.id,
              message: `"${name}": this word is banned as a suffix or prefix (architecture 6).`,
            });
        };
        return {
          ClassDeclaration: look,
          TSInterfaceDeclaration: look,
          TSTypeAliasDeclaration: look,
        };
      },
    },
  },
};

const rawSql = {
  selector:
    "CallExpression[callee.property.name=/^(createQueryBuilder|query)$/]",
  message:
    "SQL lives in .reads.ts, offer/capacity.ts, platform/database, platform/reads, events/ and migrations/.",
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are read in platform/config.ts only.",
};
const operations = {
  name: "type-graphql",
  importNames: ["Query", "Mutation", "Subscription"],
  message: "Operations live in <module>.resolver.ts.",
};

export default tseslint.config(
  {
    ignores: [
      "dist/",
      ".data/",
      "node_modules/",
      "client/graphql/generated/",
      "test/output/",
      "**/*.cjs",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict],
    rules: {
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "never" },
      ],
      "@typescript-eslint/consistent-type-imports": "off",
      "@typescript-eslint/no-extraneous-class": [
        "error",
        { allowWithDecorator: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    plugins: { "simple-import-sort": sortImports, house },
    rules: {
      "simple-import-sort/imports": [
        "error",
        { groups: [["^\\u0000"], ["^node:"], ["^@?\\w"], ["^\\."]] },
      ],
      "simple-import-sort/exports": "error",
      "house/file-name": "error",
      "house/opening-sentence": "error",
      "house/class-name": "error",
      "max-lines": ["warn", { max: 250 }],
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true } },
      ],
      "no-warning-comments": ["error", { terms: ["todo", "fixme"] }],
    },
  },
  {
    files: ["server/**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", { paths: [operations] }],
      "no-restricted-syntax": ["error", environment, rawSql],
      "no-console": "error",
    },
  },
  {
    files: ["server/**/*.resolver.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "typeorm",
              message: "A resolver asks a verb or a read; rows are theirs.",
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      "server/**/*.reads.ts",
      "server/offer/capacity.ts",
      "server/platform/{database,reads}/**/*.ts",
      "server/events/**/*.ts",
    ],
    rules: { "no-restricted-syntax": ["error", environment] },
  },
  {
    files: ["server/platform/config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    // tools want their default export
    files: ["*.config.mjs", "client/vite.config.mjs", "test/support/*.mjs"],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["schema/schema.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      "@graphql-eslint/require-deprecation-reason": "error",
      "@graphql-eslint/unique-type-names": "error",
    },
  },
);
