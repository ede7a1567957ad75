// Plays: what was missed arrives after a break without a reload (ux 5.4, 5.5); sessions that begin, end and change sides.
import type { Page, Request } from "playwright-core";

import { adminUrlOf, connectTo } from "../support/database.js";
import { refer } from "../support/elsewhere.js";
import {
  demoPassword,
  isLive,
  openTown,
  titled,
  type Town,
} from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("the server goes away and comes back: the sign tells, taps wait, what was missed arrives", async () => {
  const page = await town.visit("tar", "/oferta");
  await page.clock.install();
  await page.reload();
  await isLive(page);

  await town.goAway();
  await page.getByText("Łączymy ponownie…").waitFor();
  await page.clock.fastForward(31_000);
  await page.getByText(/^Bez połączenia od /).waitFor();
  await page.getByText("Widzisz dane z").waitFor();

  // a tap of one's own number waits, and says so
  const free = (service: string) =>
    page.getByRole("group", { name: `Wolne miejsca: ${service}` });
  await free("Zatrudnienie subsydiowane")
    .getByRole("button", { name: "O jedno wolne więcej" })
    .click();
  await page.clock.fastForward(1_000);
  await page.getByText("Czeka na wysłanie.").waitFor();

  await town.comeBack();
  await refer(town, "kipus2", "Staż w tartaku");
  // it also tries by itself, and may have been quicker
  void page
    .getByRole("button", { name: "Spróbuj teraz" })
    .click()
    .catch(() => undefined);
  await isLive(page);
  await titled(page, "(1) ");
  await page.getByText("Czeka na wysłanie.").waitFor({ state: "detached" });
  await free("Zatrudnienie subsydiowane")
    .getByText("1", { exact: true })
    .waitFor();
  await free("Staż w tartaku").getByText("0", { exact: true }).waitFor();
  await page.context().close();
}, 90_000);

it("signing in: one word for both mistakes, a way back, a one-time password changed first", async () => {
  const database = await connectTo(adminUrlOf(town.database.name));
  await database.query(
    "update account set must_change_password = true where email = $1",
    ["kipus3@jarzebinow.example"],
  );
  await database.end();

  const context = await town.aBrowser();
  const page = await context.newPage();
  await page.goto(`${town.url}/skierowania`);
  await page.waitForURL(/\/logowanie\?powrot=%2Fskierowania$/);
  await fillIn(page, "kipus3@jarzebinow.example", "jarzebina");
  const refused = page.getByRole("alert");
  await refused
    .getByText("E-mail lub hasło się nie zgadza. Sprawdź oba.")
    .waitFor();
  await fillIn(page, "nikt@jarzebinow.example", demoPassword);
  await refused
    .getByText("E-mail lub hasło się nie zgadza. Sprawdź oba.")
    .waitFor();

  await fillIn(page, "kipus3@jarzebinow.example", demoPassword);
  await page.getByRole("heading", { name: "Ustaw własne hasło" }).waitFor();
  await page.getByLabel("Obecne hasło").fill(demoPassword);
  await page.getByLabel("Nowe hasło").fill("krótkie");
  await page.getByRole("button", { name: "Zmień hasło" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Obecne hasło").fill(demoPassword);
  await page.getByLabel("Nowe hasło").fill("trzy czerwone korale");
  await page.getByRole("button", { name: "Zmień hasło" }).click();
  await page.getByRole("heading", { name: "Skierowania", level: 1 }).waitFor();
  await isLive(page);

  // another device of hers is signed out from here, and its open page says so
  const otherContext = await town.aBrowser();
  const other = await otherContext.newPage();
  await other.goto(`${town.url}/logowanie`);
  await fillIn(other, "kipus3@jarzebinow.example", "trzy czerwone korale");
  await other.getByRole("heading", { name: "Szukaj usługi" }).waitFor();
  await isLive(other);
  await page.goto(`${town.url}/konto`);
  await page
    .getByRole("button", { name: /^Wyloguj: / })
    .first()
    .click();
  await other.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  await other.waitForURL(/powrot=%2Fszukaj/);
  await other.getByText("Sesja zakończyła się.").waitFor();

  // and she leaves by herself
  await page.getByRole("banner").getByText("Dorota Świerk").click();
  await page.getByRole("button", { name: "Wyloguj się" }).click();
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  await page.goto(`${town.url}/szukaj`);
  await page.waitForURL(/\/logowanie/);
}, 60_000);

it("one account in two organisations acts in one at a time", async () => {
  const page = await town.visit("osl", "/");
  await page
    .getByRole("heading", { name: "Dzień dobry, Michał Bór" })
    .waitFor();
  await page.getByRole("banner").getByText("Michał Bór").click();
  await page
    .getByRole("button", { name: /^Przejdź do: Koło Gospodyń Wiejskich/ })
    .click();
  await page.getByRole("heading", { name: "Moja oferta" }).waitFor();
  await page.getByText("Klub sąsiedzki i Dni Sąsiada").first().waitFor();
  await page.getByRole("banner").getByText("Michał Bór").click();
  await page
    .getByRole("button", { name: /^Przejdź do: Centrum Usług Społecznych/ })
    .click();
  await page.getByRole("link", { name: "Szukaj usługi" }).first().waitFor();
}, 60_000);

it("whoever chooses a page before the day begins is not led to another one", async () => {
  const page = await town.visit("tar", "/konto");
  await isLive(page);
  const day = await held(page, (request) =>
    /query Inbox\b/.test(request.postData() ?? ""),
  );
  const chosen = await held(page, (request) =>
    /\/AgreementsPage-[^/]+\.js$/.test(request.url()),
  );
  await Promise.all([day.isAskedFor(), page.goto(town.url)]);
  // the skeleton has stood long enough to be replaced at once
  await frames(page, 30);
  await Promise.all([
    chosen.isAskedFor().then(() => day.comes()),
    page.getByRole("link", { name: "Umowy" }).click(),
  ]);
  await frames(page, 15);
  await chosen.comes();
  await page.waitForURL("**/umowy");
  await page.getByRole("heading", { name: "Umowy", level: 1 }).waitFor();
  await page.context().close();
}, 60_000);

async function frames(page: Page, count: number): Promise<void> {
  for (let drawn = 0; drawn < count; drawn += 1)
    await page.evaluate("new Promise((done) => requestAnimationFrame(done))");
}

/** What a page asks for does not come until it is let go. */
async function held(page: Page, is: (request: Request) => boolean) {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/*", async (route) => {
    if (is(route.request())) await gone;
    await route.fallback();
  });
  return {
    isAskedFor: () => page.waitForRequest(is),
    async comes() {
      const answer = page.waitForResponse((one) => is(one.request()));
      letGo();
      await (await answer).finished();
    },
  };
}

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel("Służbowy e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
}
