// Sessions: each device its own, ended at once or by their clock; a one-time password is good for little and not for long.
import { setOneTimePassword } from "../../server/identity/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Entering } from "./entering.js";
import { enteringBy, PASSWORD, someoneWithPassword } from "./entering.js";

let api: Api;
let centre: TestCentre;
let entering: Entering;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  entering = enteringBy(api);
});
afterAll(() => api.close());

const somebody = (mustChangePassword = false) =>
  someoneWithPassword(api, centre, mustChangePassword);
const signIn: Entering["signIn"] = (...asked) => entering.signIn(...asked);
const run: Entering["run"] = (...asked) => entering.run(...asked);
const isSignedIn: Entering["isSignedIn"] = (token) =>
  entering.isSignedIn(token);

it("lists the own devices, and ends one of them at once", async () => {
  const person = await somebody();
  const { token } = await signIn(person.email);
  const { data } = await person.ask<{
    viewer: { sessions: { id: string; current: boolean }[] };
  }>(`{ viewer { sessions { id current } } }`);
  const others = data?.viewer.sessions.filter(({ current }) => !current) ?? [];
  expect(others).toHaveLength(1);
  const sessionId = others[0]?.id;
  const ended = await run(person.token, "endSession", { sessionId });
  expect(ended.__typename).toBe("Session");
  expect(await isSignedIn(token)).toBe(false);
  expect(await isSignedIn(person.token)).toBe(true);
});

it("signs out this device and no other", async () => {
  const person = await somebody();
  const { token } = await signIn(person.email);
  const { data } = await api.ask(token ?? null, `mutation { signOut }`);
  expect(data).toEqual({ signOut: true });
  expect(await isSignedIn(token)).toBe(false);
  expect(await isSignedIn(person.token)).toBe(true);
});

it("ends a session after twelve hours without use, and not one in use", async () => {
  const { email } = await somebody();
  const { token } = await signIn(email);
  for (let used = 0; used < 3; used += 1) {
    api.clock.pass({ hours: 11 });
    expect(await isSignedIn(token)).toBe(true);
  }
  api.clock.pass({ hours: 12, minutes: 1 });
  expect(await isSignedIn(token)).toBe(false);
});

it("ends a session after seven days, however much it is used, a switch of membership included", async () => {
  const person = await somebody();
  let { token } = await signIn(person.email);
  const inUse = async (hours: number) => {
    for (let used = 0; used < hours; used += 8) {
      api.clock.pass({ hours: 8 });
      expect(await isSignedIn(token)).toBe(true);
    }
  };
  await inUse(4 * 24);
  const { data } = await api.ask<{
    viewer: { memberships: { id: string }[] };
  }>(token ?? null, `{ viewer { memberships { id } } }`);
  const membershipId = data?.viewer.memberships[0]?.id;
  ({ token } = await run(token ?? null, "switchMembership", { membershipId }));
  await inUse(3 * 24 - 8);
  api.clock.pass({ hours: 8, minutes: 1 });
  expect(await isSignedIn(token)).toBe(false);
});

it("lets a one-time password in for seven days", async () => {
  const { email, accountId } = await somebody();
  const set = () =>
    centre.asSystem((work) => setOneTimePassword(work, accountId));
  const inTime = await set();
  api.clock.pass({ days: 6, hours: 23 });
  expect((await signIn(email, inTime)).__typename).toBe("SignedIn");
  const late = await set();
  api.clock.pass({ days: 7 });
  expect(await signIn(email, late)).toEqual({
    __typename: "SignInRefused",
    message: "To hasło jednorazowe już nie działa. Poproś o nowe.",
  });
  // who does not know it is told nothing of that
  expect((await signIn(email, "zupelnie-inne")).message).toBe(
    "E-mail lub hasło się nie zgadza. Sprawdź oba.",
  );
});

it("gives a one-time password no rights until it is changed", async () => {
  const person = await somebody(true);
  const first = await signIn(person.email);
  expect(first.viewer).toMatchObject({ roles: [], mustChangePassword: true });
  const changed = await run(first.token ?? null, "changePassword", {
    current: PASSWORD,
    new: "jeszcze-lepsze-2",
  });
  expect(changed.viewer).toMatchObject({
    roles: ["OSL"],
    mustChangePassword: false,
  });
});
