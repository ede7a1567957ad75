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
  ["PARTNER_EDITOR", "keeps the offer of a partner"],
  ["PARTNER_REFERRALS", "answers the referrals of a partner"],
]);

export function signInLines(loaded: readonly Municipality[]): string[] {
  const [first, ...others] = loaded;
  if (!first) return [];
  const people = [...first.staff, ...(first.colleagues ?? [])];
  const width = Math.max(
    ...people.map(({ login }) => addressOf(first, login).length),
  );
  return [
    "password of all: jarzebinow",
    ...people.map(
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
