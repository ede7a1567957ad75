// The demo's sign-ins as the console prints them.
import type { Municipality } from "./municipality.js";

const DUTIES = new Map([
  ["OUS", "organiser of services (OUS)"],
  ["KIPUS", "case manager (KIPUS)"],
  ["OSL", "organiser of the community (OSL)"],
  ["DIRECTOR", "director"],
  ["IOD", "data protection officer"],
  ["AUTHORITY", "authorities of the municipality"],
  ["RESIDENT_REP", "representative of residents"],
  ["SYSADMIN", "technical administrator"],
]);

export function signInLines(loaded: readonly Municipality[]): string[] {
  const [first, ...others] = loaded;
  if (!first) return [];
  const width = Math.max(
    ...first.staff.map(({ login }) => addressOf(first, login).length),
  );
  return [
    "password of all: jarzebinow",
    ...first.staff.map(
      ({ login, name, roles: [role = ""] }) =>
        `${addressOf(first, login).padEnd(width)}  ${name}, ${DUTIES.get(role) ?? role}`,
    ),
    `partners by their code, e.g. ${["kis", "cis", "fop"].map((code) => addressOf(first, code)).join(", ")}`,
    ...others.map(
      (municipality) =>
        `the same names at ${municipality.mailDomain}: ${municipality.centre.shortName}, a second centre`,
    ),
  ];
}

function addressOf({ mailDomain }: Municipality, login: string): string {
  return `${login}@${mailDomain}`;
}
