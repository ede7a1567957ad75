// Whom a letter reaches on a day: the one meant, who stands in, the deputy, whoever is here; never nobody while somebody is named.
import {
  alertOf,
  ContactPerson,
} from "../../server/partners/contact-person.js";
import { whoIsReached } from "../../server/partners/reach.js";

const DAY = "2026-11-24";

const person = (id: string, given: Partial<ContactPerson> = {}) =>
  Object.assign(new ContactPerson(), {
    id,
    isPrimary: false,
    isDeputy: false,
    duties: [],
    awayFrom: null,
    awayTo: null,
    substituteId: null,
    willingConfirmedAt: null,
    ...given,
  } satisfies Partial<ContactPerson>);

const away = (until = DAY) => ({ awayFrom: "2026-11-20", awayTo: until });
const first = (given: Partial<ContactPerson> = {}) =>
  person("first", { isPrimary: true, ...given });
const deputy = (given: Partial<ContactPerson> = {}) =>
  person("deputy", { isDeputy: true, ...given });

it.each([
  ["the first one, where she is here", [person("x"), first()], null, "first"],
  ["who was meant, where she is here", [first(), deputy()], "deputy", "deputy"],
  [
    "who stands in before the deputy",
    [first({ ...away(), substituteId: "x" }), deputy(), person("x")],
    null,
    "x",
  ],
  ["the deputy else", [person("x"), first(away()), deputy()], null, "deputy"],
  [
    "the deputy, where who stands in is away too",
    [first({ ...away(), substituteId: "x" }), deputy(), person("x", away())],
    null,
    "deputy",
  ],
  [
    "whoever is for referrals, without a deputy",
    [person("x"), first(away()), person("y", { duties: ["REFERRALS"] })],
    null,
    "y",
  ],
  ["anybody who is here", [first(away()), person("x")], null, "x"],
  [
    "the one meant, where all are away",
    [deputy(away()), first(away())],
    null,
    "first",
  ],
  [
    "the first one, where who was meant has left",
    [deputy(), first()],
    "gone",
    "first",
  ],
  [
    "her again, the day after",
    [first(away("2026-11-23")), deputy()],
    null,
    "first",
  ],
  ["nobody, where nobody is named", [], null, undefined],
] as const)("is %s", (_, people, meant, reached) => {
  expect(whoIsReached(people, DAY, meant)?.id).toBe(reached);
});

it("tells the worst that an organisation lacks", () => {
  const willing = { willingConfirmedAt: new Date() };
  expect(alertOf([], DAY)).toBe("NO_PRIMARY");
  expect(alertOf([deputy()], DAY)).toBe("NO_PRIMARY");
  expect(alertOf([first({ ...away(), ...willing })], DAY)).toBe(
    "NOBODY_PRESENT",
  );
  expect(alertOf([first()], DAY)).toBe("NOT_WILLING");
  expect(alertOf([first({ ...away(), ...willing }), deputy()], DAY)).toBe(null);
});
