// Plays: whoever worked here leaves nothing in the browser but the settings of the screen, neither at work nor after signing out.
import type { Page } from "playwright-core";

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

interface Kept {
  local: Record<string, string>;
  session: Record<string, string>;
  databases: string[];
  caches: string[];
  workers: number;
  cookies: string;
  history: string;
  name: string;
}

/** All that a page can leave behind for the next one at this browser. */
function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(`(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    // an insecure address has none
    caches: "caches" in self ? await caches.keys() : [],
    workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    cookies: document.cookie,
    history: JSON.stringify(history.state),
    name: window.name,
  }))()`);
}

const settings = /^splot\.(sound|keys|language)$/;
const values = /^(on|off|pl|en)$/;

async function expectOnlySettings(page: Page): Promise<void> {
  const { local, session, history, ...others } = await keptBy(page);
  for (const [name, value] of [
    ...Object.entries(local),
    ...Object.entries(session),
  ]) {
    expect(name).toMatch(settings);
    expect(value).toMatch(values);
  }
  // the router's own: where the page stands among those visited, and that a session ended
  expect(history).toMatch(
    /^(null|\{("(usr|key|idx|masked)":(null|\d+|"(\w{8}|default|sessionEnded)"|undefined),?)+\})$/,
  );
  expect(others).toEqual({
    databases: [],
    caches: [],
    workers: 0,
    cookies: "",
    name: "",
  });
}

const atWork: [string, string[]][] = [
  ["kipus", ["/szukaj?q=klub", "/skierowania", "/sprawy", "/sprawy/nowa"]],
  ["ous", ["/oferta-teraz", "/siec"]],
  ["dyrektor", ["/oferta-teraz"]],
  ["kis", ["/oferta", "/skierowania", "/konto"]],
  ["fop", ["/skierowania"]],
  ["iod", ["/start"]],
  ["sysadmin", ["/start"]],
];

it.each(atWork)("%s leaves nothing at work", async (login, paths) => {
  const page = await town.visit(login, "/");
  for (const path of paths) {
    await page.goto(town.url + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expectOnlySettings(page);
  }
  await page.context().close();
});

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
  await expectOnlySettings(page);
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
  await expectOnlySettings(page);
  await page.context().close();
});
