// Plays issue 3, done when 1: an empty centre, three organisations asked in by mail, one of which answers by links alone.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";
import type { DataSource } from "typeorm";

import { entities } from "../../server/graph.js";
import { systemClock } from "../../server/platform/clock.js";
import { connectApplication } from "../../server/platform/database/connect.js";
import { openBrowser } from "../support/browser.js";
import { operatorAt, passwordOf } from "../support/commands.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
  type TestDatabase,
} from "../support/database.js";
import type { ReadMail, TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";
import { setUpSecondFactor } from "../support/second-factor.js";
import {
  type RunningSplot,
  settingsFor,
  startSplot,
} from "../support/server.js";
import { desk, isLive, phone, photograph } from "../support/visitor.js";

const HOME = "Dom Pomocy Społecznej „Pod Lipą”";
const PASSWORD = "wlasne-haslo-1";

let database: TestDatabase;
let dataSource: DataSource;
let mailbox: TestMailbox;
let splot: RunningSplot;
let browser: Browser;

beforeAll(async () => {
  [database, mailbox, browser] = await Promise.all([
    freshDatabase(),
    openMailbox(),
    openBrowser(),
  ]);
  dataSource = await connectApplication(database.applicationUrl, entities);
  splot = await startSplot(
    {
      ...settingsFor(database),
      SMTP_URL: mailbox.url,
      MAIL_FROM: "Splot <splot@cus.example.pl>",
    },
    { withClient: true },
  );
});
afterAll(async () => {
  await browser.close();
  await splot.stop();
  await dataSource.destroy();
  await mailbox.close();
  await dropDatabase(database);
});

async function aPage(screen: typeof desk, path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: screen.width ?? 1280, height: screen.height ?? 900 },
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(splot.url + path);
  return page;
}

/** Nights and Sundays go by: what waits for its hour goes out now. */
async function letTimePass(): Promise<void> {
  const admin = await connectTo(adminUrlOf(database.name));
  await admin.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where run_at > now()), now())`,
  );
  await admin.end();
}

/** The links in mails name the public address; the browser of the test knows the same server by another name. */
async function openMailLink(page: Page, mail: ReadMail): Promise<void> {
  const { pathname } = new URL(mail.link);
  await page.goto(splot.url + pathname);
}

/** The first time with the password that the command told: a password of one's own. */
async function signInFirst(page: Page, email: string, password: string) {
  await page.getByLabel("Służbowy e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.getByLabel("Obecne hasło").fill(password);
  await page.getByLabel("Nowe hasło").fill(PASSWORD);
  await page.getByRole("button", { name: "Zmień hasło" }).click();
}

/** Registers an organisation, puts its agreement on record, and asks its contact person in. */
async function askIn(
  ous: Page,
  organisation: { name: string; person: string; email: string },
) {
  const { name, person, email } = organisation;
  await ous.goto(`${splot.url}/ludzie`);
  await ous.getByRole("link", { name: "Nowa organizacja" }).click();
  await ous.getByLabel("Pełna nazwa").fill(name);
  await ous
    .getByLabel("Deklarację przystąpienia do sieci podpisała dnia")
    .fill("2026-01-02");
  await ous.getByLabel("Imię i nazwisko").fill(person);
  await ous.getByLabel("Służbowy e-mail").fill(email);
  await ous.getByRole("button", { name: "Zarejestruj organizację" }).click();
  await ous.getByRole("button", { name: "Zapisz podpisaną umowę" }).click();
  const agreement = ous.getByRole("dialog");
  await agreement.getByLabel("Numer umowy").fill(`U/${email.slice(0, 4)}/2026`);
  await agreement.getByLabel("Podpisana przez wszystkich").fill("2026-01-02");
  await agreement.getByLabel("Obowiązuje od").fill("2026-01-02");
  await agreement.getByRole("button", { name: "Zapisz umowę" }).click();
  await agreement.waitFor({ state: "detached" });
  await ous.getByRole("button", { name: `Zaproś: ${person}` }).click();
  const invitation = ous.getByRole("dialog");
  await invitation.getByRole("button", { name: "Wyślij zaproszenie" }).click();
  await invitation.waitFor({ state: "detached" });
}

async function accept(email: string): Promise<Page> {
  await letTimePass();
  const mail = await mailbox.next(email);
  expect(mail.link).toContain("/zaproszenie/");
  const page = await aPage(phone, "/logowanie");
  await openMailLink(page, mail);
  await page.getByRole("heading", { name: "Zaproszenie do Splotu" }).waitFor();
  await page.getByLabel("Nowe hasło").fill(PASSWORD);
  await page.getByRole("button", { name: "Przyjmij zaproszenie" }).click();
  // her duties would show her residents' matters
  await setUpSecondFactor(page);
  await page.getByText("Nie masz jeszcze usług w Splocie").waitFor();
  return page;
}

it("asks three organisations in; one answers by the links of its mails, and the loop closes", async () => {
  const { centre, import: load } = operatorAt({
    dataSource,
    clock: systemClock,
  });
  const made = await centre(
    ...[
      "make",
      "--slug",
      "nowa",
      "--name",
      "Centrum Usług Społecznych w Nowej",
    ],
    ...["--short", "Nowa", "--ous", "ous@nowa.example"],
  );
  const staffed = await centre(
    ...["account", "--centre", "nowa", "--email", "kipus@nowa.example"],
    ...["--role", "KIPUS"],
  );
  expect([made.status, staffed.status]).toEqual([0, 0]);

  // the organiser, by the password of the command
  const ous = await aPage(desk, "/logowanie");
  await signInFirst(
    ous,
    "ous@nowa.example",
    passwordOf(made, "ous@nowa.example"),
  );
  // she gives roles: a password alone is not enough
  await setUpSecondFactor(ous);
  await isLive(ous);
  await askIn(ous, {
    name: "Biblioteka w Nowej",
    person: "Ala Biblioteczna",
    email: "biblioteka@nowa.example",
  });
  await askIn(ous, {
    name: "Fundacja Krok",
    person: "Ola Krokowa",
    email: "krok@nowa.example",
  });
  await askIn(ous, {
    name: HOME,
    person: "Ewa Lipowa",
    email: "lipa@nowa.example",
  });
  await photograph(ous, "empty-centre-people");

  // two come by their invitations; one publishes at once
  const library = await accept("biblioteka@nowa.example");
  await accept("krok@nowa.example");
  await photograph(library, "empty-centre-library");
  const invited = await mailbox.next("lipa@nowa.example");
  expect(invited.subject).toContain("Zaproszenie do Splotu");

  // the third one has no time: its service comes from the list of homes
  const list = join(tmpdir(), `splot-list-${database.name}.csv`);
  writeFileSync(
    list,
    `kind,name,street,postal_code,city,gmina_terc,powiat_terc,powiat,wojewodztwo,places,monthly_cost_pln,profile,phone,website
DPS,${HOME},ul. Lipowa 5,00-001,Nowa,9802011,9802,próbowski,próbne,60,7500,"E,F",,
`,
  );
  const loaded = await load(
    ...["--centre", "nowa", "--map", "day-and-residential-care"],
    ...["--file", list],
  );
  expect(loaded).toMatchObject({ status: 0 });

  // nobody has vouched for its number yet: it is asked by mail, and answers on a phone
  await askToConfirm();
  await letTimePass();
  const asked = await mailbox.next("lipa@nowa.example");
  expect(asked.subject).toBe("Czy wolne miejsca są aktualne?");
  const home = await aPage(phone, "/logowanie");
  await openMailLink(home, asked);
  await home.getByRole("button", { name: /O jedno wolne mniej/ }).click();
  await home.getByRole("button", { name: /^Zapisz 1 zmianę/ }).click();
  await home.getByRole("heading", { name: "Dziękujemy" }).waitFor();

  // the coordinator: a password, a second factor, and a referral to where a place is free
  const kipus = await aPage(desk, "/logowanie");
  await signInFirst(
    kipus,
    "kipus@nowa.example",
    passwordOf(staffed, "kipus@nowa.example"),
  );
  await setUpSecondFactor(kipus);
  await isLive(kipus);
  await kipus.goto(`${splot.url}/szukaj?q=Lip`);
  await kipus.getByRole("button", { name: /^Skieruj: / }).click();
  const dialog = kipus.getByRole("dialog");
  await dialog.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await dialog.getByRole("link", { name: "Zobacz przebieg" }).click();
  await kipus.getByRole("heading", { name: "Czekamy na odpowiedź." }).waitFor();

  // the home: from the mail, without an account
  await letTimePass();
  const mail = await mailbox.next("lipa@nowa.example");
  expect(mail.subject).toMatch(/^Nowe skierowanie SK\/\d{4}\/00001$/);
  await openMailLink(home, mail);
  await home.getByRole("button", { name: "Widzę, odpowiem później" }).click();
  await kipus.getByText("Otwarte przez partnera").waitFor();
  await home.getByRole("button", { name: "Przyjmij" }).click();
  await home.getByText("jest przyjęte").waitFor();
  await kipus
    .getByRole("heading", { name: "Przyjęte, ale brakuje pisma." })
    .waitFor();
  await photograph(kipus, "empty-centre-closed");
  for (const { text, subject } of mailbox.mails)
    expect(subject + text).not.toContain("kipus@");
}, 240_000);

/** What the daily reminder does for who has not confirmed. */
async function askToConfirm(): Promise<void> {
  const admin = await connectTo(adminUrlOf(database.name));
  await admin.query(
    `insert into letter (centre_id, id, kind, partner_id, contact_person_id, send_at, written_at)
     select p.centre_id, gen_random_uuid(), 'confirm-places', o.id, p.id, now(), now()
     from contact_person p join partner o on o.centre_id = p.centre_id and o.id = p.partner_id where o.name = $1`,
    [HOME],
  );
  await admin.end();
}
