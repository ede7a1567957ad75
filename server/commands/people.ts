// `accounts`, `account`: who may sign in to a centre, where, and as what.
import type { Work } from "../events/index.js";
import type { OpenedAccount } from "../identity/index.js";
import { openAccount, PARTNER_ROLES, Role } from "../identity/index.js";
import type { Counter } from "./counter.js";
import { CommandMistyped, CommandRefused } from "./counter.js";
import { findPartner, hubOf } from "./find-row.js";
import type { Given, Option, SubCommand } from "./sub-command.js";

export const centreOption: Option = {
  value: "slug",
  says: "which centre",
  required: true,
};
export const emailOption: Option = {
  value: "e-mail",
  says: "whose account",
  required: true,
};
export const partnerOption: Option = {
  value: "code or name",
  says: "which organisation; without it the hub",
};
export const roleOption: Option = {
  value: "role",
  says: `${Object.values(Role).join(", ")}; or PARTNER for all four roles of a partner`,
  required: true,
  many: true,
};

const ROLE_NAMES = new Map<Role, string>([
  ["OUS", "Organizator usług społecznych"],
  ["KIPUS", "Koordynator IPUS"],
  ["OSL", "Organizator społeczności lokalnej"],
  ["DIRECTOR", "Dyrektor"],
  ["IOD", "Inspektor ochrony danych"],
  ["AUTHORITY", "Władze gminy"],
  ["RESIDENT_REP", "Rzecznik mieszkańców"],
  ["SYSADMIN", "Administrator techniczny"],
]);

/** "Name <e-mail>", or an e-mail alone: then the account is called by its role, and no person stands in it. */
export function readPerson(
  typed: string,
  option: string,
  role: Role | undefined,
): { email: string; name: string } {
  const [, name, bracketed] = /^(.*?)\s*<([^<>]+)>$/.exec(typed) ?? [];
  const email = (bracketed ?? typed).trim().toLowerCase();
  if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email))
    throw new CommandMistyped(`--${option}: "${email}" is no e-mail address.`);
  const called = name?.trim();
  return {
    email,
    name: called || (role && ROLE_NAMES.get(role)) || "Pracownik",
  };
}

export function tellPassword(
  { print }: Counter,
  { account, password }: OpenedAccount,
): void {
  print(
    password === null
      ? `${account.email} was there already and keeps its password`
      : `${account.email}  one-time password: ${password}  (shown this once; changed at the first sign-in)`,
  );
}

export function rolesGiven(given: Given): Role[] {
  const roles = given.all("role").flatMap((typed): Role[] => {
    const name = typed.toUpperCase();
    if (name === "PARTNER") return [...PARTNER_ROLES];
    const role = Object.values(Role).find((one) => one === name);
    if (!role)
      throw new CommandMistyped(
        `--role is "${typed}"; it must be one of: ${Object.values(Role).join(", ")}, or PARTNER.`,
      );
    return [role];
  });
  return [...new Set(roles)];
}

function isPartnerRole(role: Role): boolean {
  return PARTNER_ROLES.some((one) => one === role);
}

/** The hub's duties exist at the hub only. */
export async function placeFor(
  work: Work,
  given: Given,
  roles: readonly Role[],
): Promise<string> {
  const hub = await hubOf(work);
  const named = given.find("partner");
  const place = named ? (await findPartner(work, named)).id : hub;
  const misplaced = roles.find((role) => !isPartnerRole(role));
  if (place !== hub && misplaced)
    throw new CommandRefused(
      `${misplaced} is a duty of the hub; an organisation has: ${PARTNER_ROLES.join(", ")}.`,
    );
  return place;
}

export const listAccounts: SubCommand = {
  says: "lists the accounts of a centre with their roles and state.",
  options: { centre: centreOption },
  example: "--centre tarnow",
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const rows = await counter.inCentre(centre, (work) =>
      work.rows<{
        email: string;
        name: string;
        status: string;
        must_change: boolean;
        partner: string;
        roles: string[];
      }>(
        `select a.email, a.name, a.status, a.must_change_password as must_change, p.short_name as partner, g.roles
         from assignment g join account a on a.id = g.account_id
         join partner p on p.centre_id = g.centre_id and p.id = g.partner_id
         where g.centre_id = $1 and g.ended_at is null order by p.short_name, a.email`,
        [centre.id],
      ),
    );
    for (const row of rows)
      counter.print(
        [
          row.email,
          row.name,
          row.partner,
          row.roles.join(" "),
          row.status === "LOCKED"
            ? "locked"
            : row.must_change
              ? "has a one-time password"
              : "active",
        ].join("  ·  "),
      );
    if (rows.length === 0) counter.print("no accounts yet");
  },
};

export const addAccount: SubCommand = {
  says: "opens an account at the hub or at an organisation.",
  options: {
    centre: centreOption,
    email: { ...emailOption, says: 'e-mail, or "Name <e-mail>"' },
    role: roleOption,
    partner: partnerOption,
  },
  example:
    "--centre tarnow --email dps@example.org --role PARTNER --partner DPS1",
  async run(counter, given) {
    const centre = await counter.findCentre(given.get("centre"));
    const roles = rolesGiven(given);
    const person = readPerson(given.get("email"), "email", roles[0]);
    const opened = await counter.inCentre(centre, async (work) =>
      openAccount(work, {
        ...person,
        roles,
        partnerId: await placeFor(work, given, roles),
      }),
    );
    counter.rightsChanged(opened.account.id);
    tellPassword(counter, opened);
  },
};
