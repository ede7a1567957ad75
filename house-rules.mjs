// Rules of this house that no linter has; they are turned on in .oxlintrc.json.
import { basename } from "node:path";

const banned =
  "utils?|helpers?|common|shared|misc|managers?|handlers?|processors?|services|base|abstract|impl|infos?|types|dtos?";
const bannedFile = new RegExp(`(^|[-.])(${banned})([-.]|$)`, "i");
const bannedClass =
  /(Utils?|Helpers?|Manager|Handler|Processor|.Service|Base|Impl|Data|Info|Item|Types|DTO|Dto)$|^(Abstract|Base)[A-Z]|^I[A-Z][a-z]/;
const namedByDomain = new Set(["PageInfo", "PlanItem", "SeenService"]);

/** Rules of this house that no plugin has. */
export default {
  meta: { name: "house" },
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
    environment: {
      create: (context) => ({
        MemberExpression(node) {
          if (
            node.object.type === "Identifier" &&
            node.object.name === "process" &&
            node.property.name === "env"
          )
            context.report({
              node,
              message: "Settings are read in platform/config.ts only.",
            });
        },
      }),
    },
    "raw-sql": {
      create: (context) => ({
        CallExpression(node) {
          const { name } = node.callee.property ?? {};
          if (name === "createQueryBuilder" || name === "query")
            context.report({
              node,
              message:
                "SQL lives in .reads.ts, offer/capacity.ts, platform/database, platform/reads, events/ and migrations/.",
            });
        },
      }),
    },
  },
};
