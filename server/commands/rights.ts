// `lock`, `unlock`, `password`, `reset-second-factor`, `grant`, `take`: what changes for an account at once, on open screens too.
import type { Work } from "../events/index.js";
import type { Account } from "../identity/index.js";
import {
  grantRoles,
  lockAccount,
  resetSecondFactor,
  setOneTimePassword,
  takeRole,
  unlockAccount,
} from "../identity/index.js";
import type { Counter } from "./counter.js";
import { CommandRefused } from "./counter.js";
import { findAccount } from "./find-row.js";
import {
  centreOption,
  emailOption,
  partnerOption,
  placeFor,
  roleOption,
  rolesGiven,
} from "./people.js";
import type { Given, SubCommand } from "./sub-command.js";

/** A change of one account of the centre, told afterwards to every process. */
async function changeAccount(
  counter: Counter,
  given: Given,
  change: (work: Work, account: Account) => Promise<string>,
): Promise<void> {
  const centre = await counter.findCentre(given.get("centre"));
  const { account, told } = await counter.inCentre(centre, async (work) => {
    const found = await findAccount(work, given.get("email"));
    return { account: found, told: await change(work, found) };
  });
  counter.rightsChanged(account.id);
  counter.print(told);
}

const ofOneAccount = { centre: centreOption, email: emailOption };

export const lock: SubCommand = {
  says: "locks an account; it is signed out everywhere at once.",
  options: ofOneAccount,
  example: "--centre tarnow --email ous@example.org",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      await lockAccount(work, account.id);
      return `${account.email} is locked`;
    }),
};

export const unlock: SubCommand = {
  says: "unlocks an account; its password stays as it was.",
  options: ofOneAccount,
  example: "--centre tarnow --email ous@example.org",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      await unlockAccount(work, account.id);
      return `${account.email} is unlocked`;
    }),
};

export const password: SubCommand = {
  says: "gives an account a new one-time password; all its sessions end at once.",
  options: ofOneAccount,
  example: "--centre tarnow --email ous@example.org",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      const once = await setOneTimePassword(work, account.id);
      return `${account.email}  one-time password: ${once}  (shown this once; changed at the first sign-in)`;
    }),
};

export const resetFactor: SubCommand = {
  says: "takes the second factor off an account whose owner lost phone and paper; she is signed out everywhere, and told by mail.",
  options: ofOneAccount,
  example: "--centre tarnow --email kipus@example.org",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      await resetSecondFactor(work, account.id);
      return `${account.email} has no second factor; a role that needs one sets it up after the next sign-in`;
    }),
};

const ofRoles = {
  centre: centreOption,
  email: emailOption,
  role: roleOption,
  partner: partnerOption,
};

export const grant: SubCommand = {
  says: "grants roles; they hold at once, on open screens too.",
  options: ofRoles,
  example: "--centre tarnow --email ous@example.org --role KIPUS",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      const roles = rolesGiven(given);
      const place = await placeFor(work, given, roles);
      await grantRoles(work, account.id, place, roles);
      return `${account.email} has ${roles.join(", ")}`;
    }),
};

export const take: SubCommand = {
  says: "takes roles away; with the last one at an organisation she is signed out there.",
  options: ofRoles,
  example: "--centre tarnow --email ous@example.org --role KIPUS",
  run: (counter, given) =>
    changeAccount(counter, given, async (work, account) => {
      const roles = rolesGiven(given);
      const place = await placeFor(work, given, roles);
      for (const role of roles)
        if (!(await takeRole(work, account.id, place, role)))
          throw new CommandRefused(
            `${account.email} does not have ${role} there.`,
          );
      return `${account.email} no longer has ${roles.join(", ")}`;
    }),
};
