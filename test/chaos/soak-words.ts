// What is typed after `npm run soak --`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { chooseDataFolder } from "../../server/platform/database/data-folder.js";

export const help = `npm run soak -- --kills N --sends N [--minutes M] [--seed S] [--folder F] [--fresh]

Three processes on one durable PostgreSQL are killed under load until both numbers
are reached or the minutes are over. Ctrl-C stops it; the same command goes on where it was,
--fresh begins anew. Exit: 0 nothing was violated, 1 something was, 2 mistyped, 3 stopped.`;

export type SoakWords = ReturnType<typeof readWords>;

/** @throws Error with a sentence where they make no sense */
export function readWords() {
  const { values } = parseArgs({
    options: {
      kills: { type: "string" },
      sends: { type: "string" },
      minutes: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      folder: { type: "string" },
      fresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  // minutes alone ask for as much as fits into them, one number alone for nothing of the other
  const isBare = values.kills === undefined && values.sends === undefined;
  const usual =
    values.minutes !== "0"
      ? { kills: Infinity, sends: Infinity }
      : isBare
        ? { kills: 50, sends: 1000 }
        : { kills: 0, sends: 0 };
  const number = (
    name: "kills" | "sends" | "minutes" | "seed",
    otherwise = 0,
  ) => {
    const given = Number(values[name] ?? otherwise);
    if (given >= 0) return given;
    throw new Error(`--${name} is "${values[name]}"; it must be a number.`);
  };
  return {
    kills: number("kills", usual.kills),
    sends: number("sends", usual.sends),
    minutes: number("minutes"),
    seed: number("seed"),
    folder: chooseDataFolder(
      resolve(values.folder ?? ".data/soak"),
      values.folder !== undefined,
      process.getuid?.() === 0,
    ),
    /** How densely faults come: as the asked numbers stand to each other. */
    sendsPerKill:
      values.sends && values.kills
        ? Number(values.sends) / Math.max(1, Number(values.kills))
        : 8,
    isFresh: values.fresh,
    asksForHelp: values.help,
  };
}
