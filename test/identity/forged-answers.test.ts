// Answers of an identity provider that are not to be believed: forged, of another time, another's, or used.
import { generateKeyPairSync } from "node:crypto";

import type { Forgery } from "../support/provider.js";
import { client } from "../support/provider.js";
import type { Elsewhere } from "./elsewhere.js";
import { openElsewhere } from "./elsewhere.js";

let world: Elsewhere;
beforeAll(async () => (world = await openElsewhere()));
afterAll(() => world.close());
beforeEach(() => world.somebodyNew());

describe("an answer that is not to be believed", () => {
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const now = () => Math.floor(Date.now() / 1000);
  const forgeries: [string, () => Forgery][] = [
    ["alg none", () => ({ header: { alg: "none" }, by: "none" })],
    ["no signature", () => ({ by: "none" })],
    [
      "the public key as a password",
      () => ({ header: { alg: "HS256" }, by: "public key as a password" }),
    ],
    ["a stranger's key", () => ({ by: stranger.privateKey })],
    [
      "a key that it brings along",
      () => ({
        header: {
          kid: "../../dev/null",
          jwk: stranger.publicKey.export({ format: "jwk" }),
        },
        by: stranger.privateKey,
      }),
    ],
    ["an unknown kid", () => ({ header: { kid: "' or 1=1 --" } })],
    ["another issuer", () => ({ claims: { iss: "http://127.0.0.1:1" } })],
    ["another audience", () => ({ claims: { aud: "somebody-else" } })],
    [
      "two audiences and no word for whom",
      () => ({ claims: { aud: [client.id, "x"], azp: "x" } }),
    ],
    ["another nonce", () => ({ claims: { nonce: "another" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["one that has expired", () => ({ claims: { exp: now() - 60 } })],
    ["one of tomorrow", () => ({ claims: { nbf: now() + 600 } })],
    ["nobody in it", () => ({ claims: { sub: undefined } })],
  ];

  it.each(forgeries)("is refused: %s", async (_name, forgery) => {
    await world.bind(await world.someone());
    world.provider.forgery = forgery();
    const browser = world.browserOf();
    expect(await browser.go("/logowanie/oidc")).toBe(
      "/logowanie?dostawca=blad",
    );
    expect(browser.cookies.has("splot_session")).toBe(false);
  });

  it("is believed where only its clock is a little wrong", async () => {
    await world.bind(await world.someone());
    world.provider.forgery = { claims: { exp: now() - 5, iat: now() + 5 } };
    expect(await world.browserOf().go("/logowanie/oidc")).toBe("/");
  });

  it("is refused to who did not ask, twice, changed, or too late", async () => {
    await world.bind(await world.someone());
    const browser = world.browserOf();
    await browser.go("/logowanie/oidc");
    const came = new URL(browser.steps.at(-2) ?? "");
    const answer = came.pathname + came.search;
    expect(answer).toMatch(/^\/logowanie\/oidc\/powrot\?code=/);
    // again, by herself and by another
    expect(await browser.go(answer)).toMatch(/blad$/);
    const other = world.browserOf();
    expect(await other.go(answer)).toMatch(/blad$/);
    // in the middle of another way out: the state is another
    expect(other.cookies.has("splot_session")).toBe(false);
    const late = world.browserOf();
    world.provider.person = null;
    expect(await late.go("/logowanie/oidc")).toBe(
      "/logowanie?dostawca=przerwane",
    );
    const faults = world.browserOf();
    faults.cookies.set("splot_leaving", "bm90LXNlYWxlZC1oZXJl".repeat(4));
    expect(await faults.go(answer)).toMatch(/blad$/);
  });
});
