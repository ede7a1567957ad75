// A command's sub-commands: what each is called, what it takes, and how the words typed become its given values.
import { parseArgs } from "node:util";

import type { Counter } from "./counter.js";
import { CommandMistyped } from "./counter.js";

export interface Option {
  /** What stands behind it, e.g. "slug"; a switch has none. */
  value?: string;
  says: string;
  required?: boolean;
  many?: boolean;
}

export interface SubCommand {
  says: string;
  options: Readonly<Record<string, Option>>;
  /** One line of an example, without the program's name. */
  example: string;
  run(counter: Counter, given: Given): Promise<void>;
}

/** What was typed, asked for by name. */
export class Given {
  constructor(
    private readonly values: Readonly<
      Record<string, string | boolean | (string | boolean)[] | undefined>
    >,
  ) {}

  find(name: string): string | null {
    const value = this.values[name];
    return typeof value === "string" && value.trim() ? value.trim() : null;
  }

  get(name: string): string {
    const value = this.find(name);
    if (value === null) throw new CommandMistyped(`--${name} is missing.`);
    return value;
  }

  all(name: string): string[] {
    const value = this.values[name];
    return Array.isArray(value)
      ? value.flatMap((one) => (typeof one === "string" ? [one.trim()] : []))
      : [];
  }

  has(name: string): boolean {
    return this.values[name] === true;
  }

  /** One of a closed set of words. */
  oneOf<Value extends string>(
    name: string,
    allowed: Readonly<Record<string, Value>>,
    otherwise?: Value,
  ): Value {
    const typed = this.find(name);
    if (typed === null && otherwise !== undefined) return otherwise;
    const found = allowed[(typed ?? this.get(name)).toUpperCase()];
    if (found) return found;
    throw new CommandMistyped(
      `--${name} is "${typed ?? ""}"; it must be one of: ${Object.values(allowed).join(", ")}.`,
    );
  }

  /** A day as yyyy-mm-dd. */
  day(name: string): string | null {
    const typed = this.find(name);
    if (typed === null) return null;
    const parsed = new Date(`${typed}T00:00:00Z`);
    if (
      /^\d{4}-\d\d-\d\d$/.test(typed) &&
      !Number.isNaN(parsed.getTime()) &&
      parsed.toISOString().startsWith(typed)
    )
      return typed;
    throw new CommandMistyped(
      `--${name} is "${typed}"; a day is written as 2026-11-21.`,
    );
  }
}

export function parseGiven(
  options: Readonly<Record<string, Option>>,
  words: readonly string[],
): Given {
  const parse = () =>
    parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: false,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value, many }]) => [
          name,
          {
            type: value ? ("string" as const) : ("boolean" as const),
            multiple: many ?? false,
          },
        ]),
      ),
    });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (cause) {
    const [sentence = ""] = (
      cause instanceof Error ? cause.message : String(cause)
    ).split("\n");
    throw new CommandMistyped(sentence, { cause });
  }
  for (const [name, value] of Object.entries(parsed.values))
    if ([value].flat().some((one) => typeof one === "string" && !one.trim()))
      throw new CommandMistyped(`--${name} is empty.`);
  const given = new Given(parsed.values);
  for (const [name, { required, many }] of Object.entries(options)) {
    if (!required) continue;
    if (many) {
      if (given.all(name).length === 0)
        throw new CommandMistyped(`--${name} is missing.`);
    } else given.get(name);
  }
  return given;
}

export function describe(name: string, command: SubCommand): string[] {
  const written = Object.entries(command.options).map(
    ([option, { value, says, required, many }]) =>
      [
        `--${option}${value ? ` <${value}>` : ""}`,
        `${says}${many ? "; may stand several times" : ""}${required ? "" : " (may be left out)"}`,
      ] as const,
  );
  const width = Math.max(0, ...written.map(([left]) => left.length));
  return [
    `${name}: ${command.says}`,
    "",
    ...written.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
    `Example: npm run centre -- ${name} ${command.example}`,
  ];
}
