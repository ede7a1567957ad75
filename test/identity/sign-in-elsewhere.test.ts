// Signing in at another provider, a real one: only who was bound by herself comes in, and only to this site.
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import { TWO_FACTORS } from "../support/provider.js";
import type { Elsewhere } from "./elsewhere.js";
import { openElsewhere } from "./elsewhere.js";
import { enteringBy } from "./entering.js";
import { aCoordinator, setUp, standing } from "./phone.js";

let world: Elsewhere;
beforeAll(async () => (world = await openElsewhere()));
afterAll(() => world.close());
beforeEach(() => world.somebodyNew());

const isLinked = async ({ ask }: Person): Promise<unknown> =>
  (await ask("{ viewer { identityLinked } }")).data?.["viewer"];

it("lets in who was bound to it by herself, and back to where she wanted to go", async () => {
  const person = await world.someone();
  expect(await isLinked(person)).toEqual({ identityLinked: false });
  expect(await world.bind(person)).toBe("/konto?dostawca=polaczone");
  expect(await isLinked(person)).toEqual({ identityLinked: true });
  const browser = world.browserOf();
  expect(await browser.go("/logowanie/oidc?powrot=/siec?widok=tabela")).toBe(
    "/siec?widok=tabela",
  );
  const token = browser.cookies.get("splot_session");
  const { data } = await world.api.ask(token ?? null, "{ viewer { email } }");
  expect(data?.["viewer"]).toEqual({ email: person.email });
  // nothing of the way is left but that she came from there
  expect([...browser.cookies.keys()].sort()).toEqual([
    "splot_elsewhere",
    "splot_session",
  ]);
});

it("knows nobody by an e-mail: who is not bound is told to ask for an invitation", async () => {
  const person = await world.someone();
  world.provider.person = person.email;
  const browser = world.browserOf();
  expect(await browser.go("/logowanie/oidc")).toBe(
    "/logowanie?dostawca=nieznane",
  );
  expect(browser.cookies.has("splot_session")).toBe(false);
});

it("lets out who was unbound, locked, or has nothing to act as", async () => {
  const unbound = await world.someone();
  await world.bind(unbound);
  await unbound.ask("mutation { unlinkIdentity { viewer { name } } }");
  const there = world.provider.person;
  expect(await world.browserOf().go("/logowanie/oidc")).toMatch(/nieznane$/);
  const locked = await world.someone();
  // the same person there may be bound anew
  expect(world.provider.person).toBe(there);
  expect(await world.bind(locked)).toMatch(/polaczone$/);
  await world.centre.asSystem((work) =>
    work.rows(`update account set status = 'LOCKED' where id = $1`, [
      locked.accountId,
    ]),
  );
  expect(await world.browserOf().go("/logowanie/oidc")).toMatch(/nieznane$/);
});

it("binds one person there to one account here, by its owner's password and her session alone", async () => {
  const first = await world.someone();
  await world.bind(first);
  const second = await world.someone();
  expect(await world.bind(second)).toBe("/konto?dostawca=zajete");
  expect(await isLinked(second)).toEqual({ identityLinked: false });
  expect((await world.linkPath(second, "zupelnie-inne"))?.fields).toEqual([
    { path: "password" },
  ]);
  // a path that somebody sends binds nothing in another session, nor in none, nor later
  world.somebodyNew();
  const { path = "" } = (await world.linkPath(first)) ?? {};
  expect(await world.browserOf(second).go(path)).toMatch(
    /^\/konto\?dostawca=blad/,
  );
  expect(await world.browserOf().go(path)).toMatch(/^\/konto\?dostawca=blad/);
  world.api.clock.pass({ minutes: 11 });
  expect(await world.browserOf(first).go(path)).toMatch(
    /^\/konto\?dostawca=blad/,
  );
});

it("leaves who is refused bound as she was", async () => {
  const second = await world.someone();
  await world.bind(second);
  const own = world.provider.person;
  world.somebodyNew();
  const taken = world.provider.person;
  await world.bind(await world.someone());
  world.provider.person = taken;
  expect(await world.bind(second)).toBe("/konto?dostawca=zajete");
  expect(await isLinked(second)).toEqual({ identityLinked: true });
  world.provider.person = own;
  expect(await world.browserOf().go("/logowanie/oidc")).toBe("/");
});

it("asks who she is anew when she binds, whoever is signed in there", async () => {
  const person = await world.someone();
  const browser = world.browserOf(person);
  await browser.go("/logowanie/oidc");
  const before = world.provider.shown;
  const { path = "" } = (await world.linkPath(person)) ?? {};
  await browser.go(path);
  expect(world.provider.shown).toBe(before + 1);
});

describe("the second factor", () => {
  it("is asked here where the provider vouches for one only", async () => {
    const person = await aCoordinator(world.api, world.centre);
    const { phone } = await setUp(
      world.api,
      enteringBy(world.api),
      person.token,
    );
    await world.bind(person);
    const landed = await world.browserOf().go("/logowanie/oidc?powrot=/szukaj");
    const [, ticket] =
      /^\/logowanie\?powrot=%2Fszukaj#kod=(.+)$/.exec(landed) ?? [];
    expect(ticket).toBeDefined();
    const { token } = await enteringBy(world.api).run(null, "completeSignIn", {
      ticket,
      code: phone.shows(),
    });
    expect((await standing(world.api, token))?.roles).toEqual(["KIPUS"]);
  });

  it("is not asked again of whom it vouches for by two", async () => {
    const person = await aCoordinator(world.api, world.centre);
    await world.bind(person);
    const roles = async () => {
      const browser = world.browserOf();
      expect(await browser.go("/logowanie/oidc")).toBe("/");
      const token = browser.cookies.get("splot_session");
      return (await standing(world.api, token))?.roles;
    };
    expect(await roles()).toEqual([]);
    world.provider.acr = TWO_FACTORS;
    expect(await roles()).toEqual(["KIPUS"]);
  });
});

it.each([
  "//zlo.example",
  "/\\zlo.example",
  "https://zlo.example",
  "/%0d%0aset-cookie:a=b",
  "javascript:alert(1)",
])("leads back to no other site: %s", async (path) => {
  await world.bind(await world.someone());
  const landed = await world
    .browserOf()
    .go(`/logowanie/oidc?powrot=${encodeURIComponent(path)}`);
  expect(landed).toMatch(/^\/(%0d%0aset-cookie:a=b)?$/);
});

it("keeps nothing that says who she is there", async () => {
  await world.bind(await world.someone());
  const admin = await connectTo(adminUrlOf(world.api.database.name));
  const { rows } = await admin.query<{ text: string }>(
    `select i::text as text from account_identity i union all select e::text from event e union all select l::text from letter l`,
  );
  await admin.end();
  const all = rows.map(({ text }) => text).join("\n");
  const subject = world.provider.person ?? "";
  expect(all).not.toContain(subject);
  expect(all).not.toContain(Buffer.from(subject).toString("hex"));
});

it("leads out there too, for who came from there", async () => {
  await world.bind(await world.someone());
  const browser = world.browserOf();
  await browser.go("/logowanie/oidc");
  expect(await browser.go("/logowanie/oidc/wyjscie")).toMatch(
    /\/session\/end\?.*post_logout_redirect_uri=/,
  );
  expect(await browser.go("/logowanie/oidc/wyjscie")).toBe("/logowanie");
});
