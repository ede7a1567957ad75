// Plays: somebody binds her account to another provider, leaves both, and comes in through it.
import { lookAt } from "../support/look-at.js";
import {
  client,
  openProvider,
  type TestProvider,
} from "../support/provider.js";
import { freePort } from "../support/server.js";
import { demoPassword, openTown, type Town } from "../support/visitor.js";

let provider: TestProvider;
let town: Town;
beforeAll(async () => {
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  provider = await openProvider(PUBLIC_URL);
  provider.person = "somebody-there";
  town = await openTown({
    PORT,
    PUBLIC_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: "Węzeł gminny",
  });
});
afterAll(async () => {
  await town.close();
  await provider.close();
});

it("an account is bound on its page, and entered by a button from then on", async () => {
  const page = await town.visit("kis", "/konto");
  await page.getByLabel("Twoje hasło w Splocie").fill(demoPassword);
  await page.getByRole("button", { name: "Połącz konto" }).click();
  await page.getByText("Konto jest połączone.").waitFor();
  await page.getByRole("button", { name: "Odłącz" }).waitFor();
  expect(await lookAt(page, "konto-polaczone")).toEqual([]);
  await page.context().close();

  const nobody = await (await town.aBrowser()).newPage();
  await nobody.goto(`${town.url}/siec`);
  await nobody
    .getByRole("link", { name: "Zaloguj się przez Węzeł gminny" })
    .click();
  await nobody.waitForURL(`${town.url}/siec`);
  await nobody.getByRole("heading", { level: 1 }).waitFor();
  await nobody.getByText("Na żywo", { exact: true }).waitFor();
  await nobody.locator("summary").first().click();
  await nobody.getByRole("button", { name: "Wyloguj się" }).click();
  await nobody.waitForURL(`${provider.issuer}/session/end?**`);

  provider.person = "somebody-else";
  const stranger = await (await town.aBrowser()).newPage();
  await stranger.goto(`${town.url}/logowanie`);
  await stranger
    .getByRole("link", { name: "Zaloguj się przez Węzeł gminny" })
    .click();
  await stranger.getByText("Nie ma konta połączonego").waitFor();
  expect(await lookAt(stranger, "nie-ma-konta")).toEqual([]);
}, 90_000);
