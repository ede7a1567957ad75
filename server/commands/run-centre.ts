// `npm run centre`: finds the sub-command that was asked for, runs it, and says how it ended.
import { checkAccessLog } from "./access-log.js";
import { addAgreement, listAgreements } from "./agreements.js";
import type { Counter } from "./counter.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { limitHolds } from "./holds.js";
import { makeCentre } from "./make-centre.js";
import { addPartner, join, listPartners } from "./network.js";
import { sayOnPage } from "./page.js";
import { addAccount, listAccounts } from "./people.js";
import { grant, lock, password, resetFactor, take, unlock } from "./rights.js";
import type { SubCommand } from "./sub-command.js";
import { describe, parseGiven } from "./sub-command.js";

const list: SubCommand = {
  says: "lists the centres.",
  options: {},
  example: "",
  async run(counter) {
    const centres = await counter.centres();
    for (const { slug, name, isTrial, isDemo } of centres)
      counter.print(
        `${slug}  ·  ${name}${isDemo ? "  ·  demo" : isTrial ? "  ·  trial" : ""}`,
      );
    if (centres.length === 0) counter.print("no centres yet");
  },
};

const subCommands: Readonly<Record<string, SubCommand>> = {
  list,
  make: makeCentre,
  accounts: listAccounts,
  account: addAccount,
  lock,
  unlock,
  password,
  "reset-second-factor": resetFactor,
  grant,
  take,
  partners: listPartners,
  partner: addPartner,
  join,
  agreements: listAgreements,
  agreement: addAgreement,
  holds: limitHolds,
  page: sayOnPage,
  "check-access-log": checkAccessLog,
};

function help(): string[] {
  const width = Math.max(...Object.keys(subCommands).map((one) => one.length));
  return [
    "npm run centre -- <what> [options]",
    "",
    ...Object.entries(subCommands).map(
      ([name, { says }]) => `  ${name.padEnd(width)}  ${says}`,
    ),
    "",
    "npm run centre -- <what> --help tells its options.",
    "It works beside a running Splot and without one; what it changes holds at once.",
    "Exit: 0 done, 1 refused (nothing was changed), 2 mistyped.",
  ];
}

/** Whether this can be answered without a database. */
export function centreHelp(words: readonly string[]): string[] | null {
  const [what = "--help", ...rest] = words;
  if (what === "--help" || what === "-h" || what === "help") return help();
  const asked = subCommands[what];
  return asked && rest.some((word) => word === "--help" || word === "-h")
    ? describe(what, asked)
    : null;
}

/** @returns the exit status */
export async function runCentre(
  counter: Counter,
  words: readonly string[],
  complain: (line: string) => void,
): Promise<number> {
  const [what = "", ...rest] = words;
  const command = subCommands[what];
  try {
    if (!command)
      throw new CommandMistyped(
        `There is no "${what}"; there are: ${Object.keys(subCommands).join(", ")}.`,
      );
    counter.serves(`centre ${what}`);
    await command.run(counter, parseGiven(command.options, rest));
    return 0;
  } catch (failure) {
    if (failure instanceof CommandMistyped) {
      complain(
        `${failure.message}\nnpm run centre -- ${command ? `${what} ` : ""}--help tells more.`,
      );
      return 2;
    }
    if (!(failure instanceof CommandRefused)) throw failure;
    complain(failure.message);
    return 1;
  } finally {
    await counter.close();
  }
}
