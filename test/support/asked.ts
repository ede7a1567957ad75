// What a screen of the client asks, as it asks it: the operation of that name with all its fragments.
import { readdirSync, readFileSync } from "node:fs";

import type { DefinitionNode } from "graphql";
import { parse, print, visit } from "graphql";

export function askedBy(operation: string): string {
  const definitions = readdirSync("client", { recursive: true })
    .map(String)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .flatMap((file) => [
      ...readFileSync(`client/${file}`, "utf8").matchAll(
        /graphql\(`([^`]+)`\)/g,
      ),
    ])
    .flatMap(([, text = ""]) => parse(text).definitions);
  const named = (name: string): DefinitionNode => {
    const found = definitions.find(
      (one) => "name" in one && one.name.value === name,
    );
    if (!found) throw new Error(`the client asks for no ${name}`);
    return found;
  };
  const whole = new Map<string, DefinitionNode>();
  const take = (name: string) => {
    if (whole.has(name)) return;
    const taken = visit(named(name), {
      Directive: ({ name: { value } }) =>
        value === "unmask" ? null : undefined,
    });
    whole.set(name, taken);
    visit(taken, {
      FragmentSpread: ({ name: { value } }) => {
        take(value);
      },
    });
  };
  take(operation);
  return [...whole.values()].map(print).join("\n");
}
