// `npm run migration:new -- create-partners`: an empty migration with its name and time, listed as the last one.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [what] = process.argv.slice(2);
if (!what || !/^[a-z]+(-[a-z0-9]+)*$/.test(what)) {
  console.error("Name it as it is to be read: create-partners, add-walk-ins.");
  process.exit(1);
}

const digits = new Date().toISOString().replaceAll(/\D/g, "");
const file = `${digits.slice(0, 8)}T${digits.slice(8, 12)}-${what}`;
const words = what
  .split("-")
  .map((word) => word[0].toUpperCase() + word.slice(1));
const name = `${words.join("")}${digits.slice(0, 14)}`;
const folder = import.meta.dirname;

writeFileSync(
  join(folder, `${file}.ts`),
  `// ${words.join(" ")}: say in one sentence what this gives the domain.
import type { MigrationInterface, QueryRunner } from "typeorm";

export class ${name} implements MigrationInterface {
  name = "${name}";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
    \`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`
    \`);
  }
}
`,
  { flag: "wx" },
);

const index = join(folder, "index.ts");
const listed = readFileSync(index, "utf8")
  .replace(
    "\n\nexport const",
    `\nimport { ${name} } from "./${file}.js";\n\nexport const`,
  )
  .replace("\n];", `\n  ${name},\n];`);
writeFileSync(index, listed);
console.log(`migrations/${file}.ts`);
