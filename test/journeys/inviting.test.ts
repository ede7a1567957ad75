// Plays: from an empty centre the organiser lets an organisation in, its person comes by the mail, on a phone, and loses a duty before her eyes.
import type { Browser, BrowserContext, Page } from "playwright-core";

import { entities } from "../../server/graph.js";
import { systemClock } from "../../server/platform/clock.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import { faultsOf } from "../support/axe.js";
import { openBrowser } from "../support/browser.js";
import { operatorAt, passwordOf } from "../support/commands.js";
import type { TestDatabase } from "../support/database.js";
import { dropDatabase, freshDatabase } from "../support/database.js";
import type { TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";
import { setUpSecondFactor } from "../support/second-factor.js";
import type { RunningSplot } from "../support/server.js";
import { settingsFor, startSplot } from "../support/server.js";
import { desk, isLive, phone, photograph } from "../support/visitor.js";

const OUS = "ous@zielona.example";
const CONTACT = "kontakt@lipa.example";
const OWN = "moje-wlasne-haslo";

let database: TestDatabase;
let mailbox: TestMailbox;
let splot: RunningSplot;
let browser: Browser;
let once: string;

beforeAll(async () => {
  [database, mailbox, browser] = await Promise.all([
    freshDatabase(),
    openMailbox(),
    openBrowser(),
  ]);
  splot = await startSplot(
    {
      ...settingsFor(database),
      DEMO: "off",
      SMTP_URL: mailbox.url,
      MAIL_FROM: "Splot <splot@zielona.example>",
    },
    { withClient: true },
  );
  const dataSource = await connectApplication(
    database.applicationUrl,
    entities,
  );
  const told = await operatorAt({ dataSource, clock: systemClock }).centre(
    ...["make", "--slug", "zielona", "--name", "CUS w Zielonej"],
    ...["--short", "Zielona", "--ous", OUS],
  );
  await dataSource.destroy();
  once = passwordOf(told, OUS);
});
afterAll(async () => {
  await browser.close();
  await splot.stop();
  await mailbox.close();
  await dropDatabase(database);
});

async function aBrowser(screen: typeof phone): Promise<BrowserContext> {
  const { width = 390, height = 844 } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  return context;
}

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("Służbowy e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
}

/** What is missing, what is mistyped and what only the server finds wrong. */
async function toldAllAtOnce(page: Page) {
  await page.getByText("Popraw 3 pola").waitFor();
  const summary = page.locator(":focus");
  expect(await summary.getByRole("link").allInnerTexts()).toEqual([
    expect.stringContaining("Imię i"),
    expect.stringContaining("Służbowy e-mail: To nie"),
    expect.stringContaining("Ten NIP ma zły układ cyfr."),
  ]);
  await summary.getByRole("link", { name: "NIP" }).click();
  expect(await page.locator(":focus").getAttribute("name")).toBe("nip");
}

it("lets an organisation in, and takes a duty back", async () => {
  const organiser = await (await aBrowser(desk)).newPage();
  await organiser.goto(`${splot.url}/logowanie`);
  await signIn(organiser, OUS, once);
  await organiser.getByLabel("Obecne hasło").fill(once);
  await organiser.getByLabel("Nowe hasło").fill("haslo-organizatorki");
  await organiser.getByRole("button", { name: "Zmień hasło" }).click();
  await setUpSecondFactor(organiser);
  await isLive(organiser);
  await organiser.getByRole("link", { name: "Sieć" }).click();
  await organiser.getByRole("link", { name: "Nowa organizacja" }).click();
  await organiser.getByLabel("Pełna nazwa").fill("Stowarzyszenie Pod Lipą");
  await organiser.getByLabel("Służbowy e-mail").fill("pod lipą");
  await organiser.getByLabel("NIP").fill("1234567890");
  await organiser
    .getByRole("button", { name: "Zarejestruj organizację" })
    .click();
  await toldAllAtOnce(organiser);
  await organiser.getByLabel("NIP").fill("");
  await organiser.getByLabel("Imię i nazwisko").fill("Osoba Kontaktowa");
  await organiser.getByLabel("Służbowy e-mail").fill(CONTACT);
  expect(await faultsOf(organiser)).toEqual([]);
  await photograph(organiser, "register");
  await organiser
    .getByRole("button", { name: "Zarejestruj organizację" })
    .click();

  await organiser
    .getByRole("heading", { name: "Ludzie: Stowarzyszenie Pod Lipą" })
    .waitFor();
  await organiser
    .getByRole("button", { name: "Zapisz podpisaną umowę" })
    .click();
  const paper = organiser.getByRole("dialog", { name: "Podpisana umowa" });
  // found before it is sent: a day cannot be missing
  await paper.getByRole("button", { name: "Zapisz umowę" }).click();
  await paper.getByText("Popraw 3 pola").waitFor();
  await paper.getByLabel("Numer umowy").fill("U/1/2026");
  const today = new Date().toISOString().slice(0, 10);
  await paper.getByLabel("Podpisana przez wszystkich").fill(today);
  await paper.getByLabel("Obowiązuje od").fill(today);
  await paper.getByRole("button", { name: "Zapisz umowę" }).click();
  await organiser.getByText("U/1/2026").waitFor();

  await organiser
    .getByRole("button", { name: "Zaproś: Osoba Kontaktowa" })
    .click();
  const invite = organiser.getByRole("dialog", { name: "Zaproś osobę" });
  await invite.getByRole("button", { name: "Wyślij zaproszenie" }).click();
  await organiser
    .getByRole("heading", { name: "Zaproszenia bez odpowiedzi" })
    .waitFor();
  expect(await faultsOf(organiser)).toEqual([]);
  await photograph(organiser, "people");

  const invitation = await mailbox.next(CONTACT);
  const person = await (await aBrowser(phone)).newPage();
  await person.goto(invitation.link);
  await person.getByText("Stowarzyszenie Pod Lipą").waitFor();
  await person.getByLabel("Nowe hasło").fill(OWN);
  await person.getByRole("button", { name: "Przyjmij zaproszenie" }).click();
  const app = await setUpSecondFactor(person);
  const told = await mailbox.next(CONTACT);
  expect(told.subject).toBe("Splot: logowanie z kodem jest włączone");
  await isLive(person);
  await person.getByRole("link", { name: "Oferta" }).click();
  await person.getByRole("button", { name: "Dodaj usługę" }).first().click();
  const service = person.getByRole("dialog");
  await service.getByLabel("Nazwa").fill("Klub sąsiedzki");
  for (const label of ["Obszar", "Grupa", "Forma"])
    await service.getByLabel(label).selectOption({ index: 1 });
  await service.getByLabel(/Ile/).fill("5");
  await service.getByRole("button", { name: "Dodaj usługę" }).click();
  await person.getByText("Klub sąsiedzki").first().waitFor();
  await photograph(person, "invited-phone");
  await person.getByRole("button", { name: "Przyjmij zaproszenie" }).click();
  await person
    .getByText("czeka na Waszą odpowiedź")
    .waitFor({ state: "detached" });

  await person.context().clearCookies();
  await person.goto(`${splot.url}/logowanie`);
  await person.getByRole("link", { name: "Nie pamiętam hasła" }).click();
  // the page before has a field of the same name
  await person.getByText("Podaj adres, którym się logujesz.").waitFor();
  await person.getByLabel("Służbowy e-mail").fill(CONTACT);
  await person.getByRole("button", { name: "Wyślij link" }).click();
  await person.getByText("Jeśli ten adres ma u nas konto").waitFor();
  const reset = await mailbox.next(CONTACT);
  await person.goto(reset.link);
  await person.getByLabel("Nowe hasło").fill("zupelnie-nowe-haslo");
  await person.getByRole("button", { name: "Zapisz hasło" }).click();
  await person.getByRole("link", { name: "Zaloguj się" }).click();
  await signIn(person, CONTACT, "zupelnie-nowe-haslo");
  // the code of this half minute may be used
  const code = app.generate({ timestamp: Date.now() + 30_000 });
  await person.getByLabel("Kod z aplikacji w telefonie").fill(code);
  await person.getByRole("button", { name: "Zaloguj się" }).click();
  await isLive(person);
  // a change of place closes what is open
  await person.getByRole("heading", { name: "Moja oferta" }).waitFor();
  await person.getByText("Więcej", { exact: true }).click();
  await person.getByRole("link", { name: "Ludzie" }).click();
  await person.getByText(CONTACT).first().waitFor();
  expect(await faultsOf(person)).toEqual([]);
  await photograph(person, "people-phone");

  await organiser.reload();
  await organiser
    .getByRole("button", { name: "Zmień obowiązki: Osoba Kontaktowa" })
    .click();
  const duties = organiser.getByRole("dialog", { name: "Osoba Kontaktowa" });
  await duties.getByRole("checkbox", { name: /^oferta/ }).uncheck();
  await duties.getByRole("button", { name: "Zapisz obowiązki" }).click();
  await person.getByText("Twoje obowiązki się zmieniły.").waitFor();
}, 180_000);
