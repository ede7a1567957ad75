// Plays: whoever worked here leaves nothing in the browser but the settings of the screen after signing out; at work it is asked on every screen (`every-screen`).
import { leftBehind } from "../support/kept.js";
import {
  demoPassword,
  desk,
  isLive,
  openTown,
  type Town,
} from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("nothing is left after signing out, and Back shows nobody's page", async () => {
  const { viewer } = await town.ask<{ viewer: { name: string } }>(
    "kipus",
    "{ viewer { name } }",
  );
  const context = await town.aBrowser(desk);
  const page = await context.newPage();
  await page.goto(`${town.url}/logowanie`);
  await page.getByLabel("E-mail").fill("kipus@jarzebinow.example");
  await page.getByLabel("Hasło", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await isLive(page);
  await page.goto(`${town.url}/skierowania`);
  const referral = page.getByRole("link", { name: "Szkoła dla dorosłych" });
  await referral.click();
  await page.getByRole("heading", { name: "Szkoła dla dorosłych" }).waitFor();
  await page.goto(`${town.url}/konto`);
  await isLive(page);
  const cookies = await context.cookies();
  expect(cookies).toMatchObject([
    { name: "splot_session", httpOnly: true, sameSite: "Lax" },
  ]);

  await page.getByRole("banner").getByText(viewer.name).click();
  await page.getByRole("button", { name: "Wyloguj się" }).click();
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  expect(await context.cookies()).toEqual([]);
  expect(await leftBehind(page)).toEqual([]);
  for (let back = 0; back < 3; back++) {
    await page.goBack();
    await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    expect(await page.content()).not.toMatch(/Szkoła dla dorosłych|kipus@/);
  }
  await context.close();
});

it("a session that ended elsewhere leaves nothing behind another document either", async () => {
  const page = await town.visit("kipus2", "/skierowania");
  await isLive(page);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // away to a document of its own, so that Back is a return to a whole page
  await page.goto(`${town.url}/livez`);
  await town.ask("kipus2", "mutation { signOut }");
  await page.goBack();
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  expect(await leftBehind(page)).toEqual([]);
  await page.context().close();
});
