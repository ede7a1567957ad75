// The demo's sign-ins as the console prints them.
import type { Municipality } from "./municipality.js";

const DUTIES = new Map([
  ["OUS", "organizatorka usług (OUS)"],
  ["KIPUS", "koordynatorka (KIPUS)"],
  ["OSL", "organizator społeczności lokalnej (OSL)"],
  ["DIRECTOR", "dyrektorka"],
  ["IOD", "inspektorka ochrony danych"],
  ["AUTHORITY", "władze gminy"],
  ["RESIDENT_REP", "rzeczniczka mieszkańców"],
  ["SYSADMIN", "administrator techniczny"],
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
