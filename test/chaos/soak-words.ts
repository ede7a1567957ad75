// What is typed after `npm run soak --`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { chooseDataFolder } from "../../server/platform/database/data-folder.js";

export const help = `npm run soak -- --kills N --sends N [--minutes M] [--seed S] [--folder F] [--fresh]

Three processes on one durable PostgreSQL are killed under load until both numbers
(or the minutes) are reached. Ctrl-C stops it; the same command goes on where it was,
--fresh begins anew. Exit: 0 nothing was violated, 1 something was, 2 mistyped, 3 stopped.`;

export type SoakWords = ReturnType<typeof readWords>;

/** @throws Error with a sentence where they make no sense */
export function readWords() {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "50" },
      sends: { type: "string", default: "1000" },
      minutes: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      folder: { type: "string" },
      fresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const number = (name: "kills" | "sends" | "minutes" | "seed") => {
    const given = Number(values[name]);
    if (Number.isFinite(given) && given >= 0) return given;
    throw new Error(`--${name} is "${values[name]}"; it must be a number.`);
  };
  return {
    kills: number("kills"),
    sends: number("sends"),
    minutes: number("minutes"),
    seed: number("seed"),
    folder: chooseDataFolder(
      resolve(values.folder ?? ".data/soak"),
      values.folder !== undefined,
      process.getuid?.() === 0,
    ),
    isFresh: values.fresh,
    asksForHelp: values.help,
  };
}
