// The operator's commands as a test types them, with all that they print.
import type { DataSource } from "typeorm";

import { Counter, runCentre, runImport } from "../../server/commands/index.js";
import type { Clock } from "../../server/platform/clock.js";
import { testKeys } from "./server.js";

export interface Told {
  status: number;
  printed: string[];
  complained: string[];
}

export function operatorAt(at: { dataSource: DataSource; clock: Clock }) {
  const type =
    (run: typeof runCentre) =>
    async (...words: string[]): Promise<Told> => {
      const printed: string[] = [];
      const complained: string[] = [];
      const counter = new Counter(at.dataSource, at.clock, testKeys, (line) =>
        printed.push(line),
      );
      const status = await run(counter, words, (line) => complained.push(line));
      return { status, printed, complained };
    };
  return { centre: type(runCentre), import: type(runImport) };
}

/** The password that was told once in a command's lines. */
export function passwordOf(told: Told, email: string): string {
  const line = told.printed.find((one) => one.startsWith(`${email} `)) ?? "";
  const [, password] = /one-time password: (\S+)/.exec(line) ?? [];
  if (!password) throw new Error(`no password of ${email} was told`);
  return password;
}
