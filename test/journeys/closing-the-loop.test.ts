// Plays K2, K4, P8, P17 (issue 5, done when 1): need, basis, sending at L2, an appointment, a no-show that the coordinator decides, a second date, attendance, the end, and the sheet.
import { randomUUID } from "node:crypto";

import type { Locator, Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import {
  isLive,
  openTown,
  phone,
  photograph,
  type Town,
} from "../support/visitor.js";

const SERVICE = "Usługi integracyjne i edukacyjne dla rodzin";
const PARTNER = "Stowarzyszenie Rodzin Wielodzietnych „Dom Pełen Ludzi”";
const RDZ = "rdz";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** Days pass in the system's name: what was for tomorrow is for today. */
async function aDayPasses(number: string): Promise<void> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  await admin.query("set splot.kind = 'system'");
  await admin.query(
    `update appointment a set at = a.at - interval '1 day' from referral r
     where r.number = $1 and a.referral_id = r.id and a.state = 'PLANNED'`,
    [number],
  );
  await admin.end();
}

/** Nobody is late before the hour. */
async function itsHourPasses(number: string): Promise<void> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  await admin.query("set splot.kind = 'system'");
  await admin.query(
    `update appointment a set at = least(a.at, now() - interval '1 minute') from referral r
     where r.number = $1 and a.referral_id = r.id and a.state = 'PLANNED'`,
    [number],
  );
  await admin.end();
}

function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Warsaw",
  }).format(at);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function look(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, name, { fullPage: true });
}

async function awaited(page: Page, moment: string): Promise<void> {
  await page
    .getByRole("region", { name: "Pierwszy termin" })
    .getByText(moment, { exact: true })
    .waitFor();
}

async function giveDate(where: Locator, days: number): Promise<void> {
  await where.getByLabel("Dzień").fill(dayFromNow(days));
  await where.getByLabel("Godzina").fill("10:30");
}

/** Opened out of sight, with who the person is. */
async function aCase(): Promise<string> {
  const input = {
    requestKey: randomUUID(),
    identity: {
      ...{ name: "Jagoda", surname: "Brzozowska", born: "1979" },
      ...{ contactKind: "PHONE", contact: "600 100 200" },
    },
  };
  const { outcome } = await town.ask<{ outcome: { id: string } }>(
    "kipus",
    `mutation ($input: OpenCaseInput!) { outcome: openCase(input: $input) { ... on Case { id } } }`,
    { input },
  );
  return outcome.id;
}

/** The lowest level is chosen; more is asked for with a reason, and seen before it goes. */
async function sendAtL2(kipus: Page, caseId: string): Promise<string> {
  await kipus.goto(`${town.url}/szukaj?q=integracyjne`);
  await press(kipus, `Skieruj: ${SERVICE}`);
  const dialog = kipus.getByRole("dialog");
  await dialog.getByLabel("Sprawa (nieobowiązkowa)").selectOption(caseId);
  await dialog
    .getByRole("radio", { name: "Imię i jeden kontakt", checked: true })
    .waitFor();
  await dialog.getByRole("radio", { name: "Imię, nazwisko i cel" }).check();
  await dialog
    .getByLabel("Dlaczego usługodawca potrzebuje więcej?")
    .selectOption({ label: "trzeba zawrzeć umowę albo złożyć wniosek" });
  await dialog.getByRole("button", { name: "Pokaż, co zobaczy" }).click();
  await dialog.getByText("Brzozowska").waitFor();
  await photograph(kipus, "loop-preview", { fullPage: true });
  await dialog.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await dialog.getByText("Zapisano i wysłano.").waitFor();
  await dialog.getByRole("link", { name: "Zobacz przebieg" }).click();
  await kipus
    .getByRole("heading", { name: "Pierwszy termin" })
    .or(kipus.getByText("Czekamy na odpowiedź."))
    .first()
    .waitFor();
  return (
    decodeURIComponent(new URL(kipus.url()).pathname)
      .split("/")
      .at(-1)
      ?.replaceAll("-", "/") ?? ""
  );
}

it("goes from need, basis and sending at L2 over a missed date to the end, and on paper", async () => {
  const kipus = await town.visit("kipus", "/sprawy");
  await isLive(kipus);
  const caseId = await aCase();
  // the need, and on what basis something may travel
  await kipus.goto(`${town.url}/sprawy/${caseId}/podstawa`);
  await kipus.getByLabel("Organizacja").selectOption({ label: PARTNER });
  await kipus.getByLabel("Usługa").selectOption({ label: SERVICE });
  await kipus.getByRole("checkbox", { name: "Nazwisko" }).check();
  await press(kipus, "Zapisz podstawę");
  await kipus
    .getByRole("heading", { name: "Komu wolno przekazać dane" })
    .waitFor();
  await photograph(kipus, "loop-basis", { fullPage: true });
  const number = await sendAtL2(kipus, caseId);
  const path = `/skierowania/${number.replaceAll("/", "-")}`;
  const partner = await town.visit(RDZ, path, phone);
  await isLive(partner);
  await press(partner, "Pokaż dane");
  await press(partner, "Kontaktuję się");
  await partner.getByText("Brzozowska").waitFor();
  await press(partner, "Ukryj");

  // the first date goes with the acceptance; none is asked for
  const first = partner.getByRole("region", { name: "Pierwszy termin" });
  await photograph(partner, "accept-phone", { fullPage: true });
  await giveDate(first, 1);
  await first.getByLabel("Godzina").fill("05:30");
  await first.getByText("To pora nocna").waitFor();
  await first.getByLabel("Co wziąć ze sobą").fill("zadzwoń 600 100 200");
  await press(partner, "Przyjmij z tym terminem");
  await first
    .getByRole("alert")
    .getByText(/Co wziąć ze sobą/)
    .waitFor();
  await first.getByLabel("Co wziąć ze sobą").fill("kartę z numerem");
  await first.getByLabel("O kogo pytać").selectOption({ index: 1 });
  await giveDate(first, 1);
  await look(partner, "accept-dated-phone");
  await partner.setViewportSize({ width: 1280, height: 900 });
  await photograph(partner, "accept-dated-desk", { fullPage: true });
  await partner.setViewportSize({ width: 390, height: 844 });
  await press(partner, "Przyjmij z tym terminem");
  await awaited(partner, "jutro, 10:30");
  await photograph(partner, "appoint-planned-phone", { fullPage: true });
  // the coordinator sees it live, and it goes on the sheet for the person
  await awaited(kipus, "jutro, 10:30");
  await photograph(kipus, "appoint-course", { fullPage: true });
  await kipus.getByRole("link", { name: "Drukuj kartę" }).click();
  const slip = kipus.getByRole("article");
  await slip.getByText("Przyjdź w tym dniu i o tej godzinie.").waitFor();
  await slip.getByText("kartę z numerem").waitFor();
  // whom to ask for stands with her telephone, which is there once
  const phones = (await slip.innerText()).match(/\d{3}\s\d{3}\s\d{3}/g);
  expect(phones).toHaveLength(1);
  await kipus.emulateMedia({ media: "print" });
  await photograph(kipus, "appoint-slip", { fullPage: true });
  const paper = await kipus.pdf({ preferCSSPageSize: true });
  expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  await kipus.emulateMedia({ media: "screen" });
  await kipus.getByRole("link", { name: "Wróć do przebiegu" }).click();

  await press(kipus, "Poproś o inny termin");
  const wish = kipus.getByRole("dialog");
  await wish.getByLabel("Jaki dzień by pasował").fill(dayFromNow(1));
  await wish.getByLabel("Godzina").fill("12:00");
  await wish.getByLabel("Dlaczego ten nie pasuje").fill("praca do 11");
  await photograph(kipus, "appoint-wish");
  await press(kipus, "Poproś");
  await partner.getByText("Koordynatorka prosi o inny termin.").waitFor();
  await partner.getByText("Dlaczego: praca do 11").waitFor();
  await photograph(partner, "appoint-asked-phone", { fullPage: true });
  await press(partner, "Potwierdź ten termin");
  await awaited(kipus, "jutro, 12:00");

  await aDayPasses(number);
  await partner.reload();
  await awaited(partner, "dziś, 12:00");
  await itsHourPasses(number);
  await partner.reload();
  await press(partner, "Osoba nie przyszła");
  await partner.getByText("Zapisane: osoba nie przyszła.").waitFor();
  await press(partner, "Cofnij");
  await press(partner, "Osoba nie przyszła");
  await partner.getByText("Koordynatorka zdecyduje, co dalej.").waitFor();
  await photograph(partner, "appoint-missed-phone", { fullPage: true });
  await kipus
    .getByRole("heading", { name: "Ta osoba nie przyszła. Co dalej?" })
    .waitFor();
  await look(kipus, "appoint-decide");
  await press(kipus, "Poproś o nowy termin");
  await press(kipus, "Poproś");
  await kipus.getByText("Prosisz o nowy termin.").waitFor();
  await partner.getByText("Koordynatorka prosi o nowy termin.").waitFor();
  await press(partner, "Podaj inny");
  await giveDate(partner.getByRole("dialog"), 1);
  await press(partner, "Zapisz termin");
  await awaited(kipus, "jutro, 10:30");
  // it is moved to where the person lives, whose address is nowhere in it
  await press(partner, "Zmień termin");
  const moving = partner.getByRole("dialog");
  await giveDate(moving, 1);
  await moving.getByLabel("To my przyjedziemy do tej osoby").check();
  await moving
    .getByLabel("Dlaczego zmieniasz termin")
    .selectOption({ label: "nie możemy skorzystać z tego miejsca" });
  await look(partner, "appoint-form-phone");
  await press(partner, "Zapisz termin");
  await kipus.getByText("U tej osoby – usługodawca").waitFor();
  await kipus.getByRole("link", { name: "Drukuj kartę" }).click();
  await slip.getByText("Bądź u siebie w tym dniu").waitFor();
  await slip.getByText("Przyjadą do Ciebie", { exact: true }).waitFor();
  await photograph(kipus, "appoint-slip-home", { fullPage: true });
  await kipus.getByRole("link", { name: "Wróć do przebiegu" }).click();

  await aDayPasses(number);
  await partner.reload();
  await press(partner, "Spotkanie się odbyło");
  await partner.getByText("Zapisane: spotkanie się odbyło.").waitFor();
  await photograph(partner, "appoint-came-phone", { fullPage: true });
  await press(partner, "Rozpocznij");
  await partner.getByText("Zaczęte.").waitFor();
  await kipus.getByText("Usługa trwa.").waitFor();

  // the group list of the day, one tap each; corrected
  await partner
    .getByRole("article")
    .getByRole("link", { name: "Lista obecności" })
    .click();
  await partner.getByRole("heading", { name: "Obecność", level: 1 }).waitFor();
  // by first name for as long as she asks, else by the code of the card
  const line = partner.getByRole("listitem").filter({ hasText: number });
  await line.getByText(/^Karta /).waitFor();
  await press(partner, "Pokaż imiona");
  await line.getByText("Jagoda").waitFor();
  await look(partner, "attendance-names-phone");
  await press(partner, "Ukryj imiona");
  await line.getByText(/^Karta /).waitFor();
  const row = partner.getByRole("group", { name: number });
  await row.getByRole("button", { name: "Nie ma" }).click();
  await row.getByRole("button", { name: "Nie ma", pressed: true }).waitFor();
  await row.getByRole("button", { name: "Jest" }).click();
  await row.getByRole("button", { name: "Jest", pressed: true }).waitFor();
  await look(partner, "attendance-phone");
  await kipus.getByText("Razem 1 obecność.").waitFor();
  await kipus.getByText("poprawione, było: Nieobecność").waitFor();
  await look(kipus, "attendance-course");

  await row.page().getByRole("link", { name: number }).first().click();
  await press(partner, "Zakończ");
  const end = partner.getByRole("dialog", { name: "Zakończyć usługę?" });
  await end.getByText("Tyle wychodzi z list obecności.").waitFor();
  await end.getByLabel("Wynik w jednym zdaniu").fill("Wraca na spotkania.");
  await look(partner, "complete-phone");
  await end.getByRole("button", { name: "Zakończ" }).click();
  await partner.getByText("Zakończone. Dziękujemy.").waitFor();
  await kipus.getByText("Usługa się zakończyła.").waitFor();
  await kipus.getByText("Wynik: Wraca na spotkania.").waitFor();
  await photograph(kipus, "completed-course", { fullPage: true });
  expect(town.complaints()).toEqual([]);
}, 60_000);
