// Plays K2, K4, K8, P8, P17, R2 (issue 5, done when 1) by a clock that moves: need, basis, sending at L2, an appointment, a no-show that the coordinator decides, a second date, attendance, the end, and what the resident reads of it.
import { DateTime } from "luxon";
import type { Locator, Page } from "playwright-core";

import {
  addDays,
  addWorkingDays,
  localDate,
  ZONE,
} from "../../server/platform/calendar.js";
import { faultsOf } from "../support/axe.js";
import { coloursSettled } from "../support/look-at.js";
import {
  openMailbox,
  type ReadMail,
  type TestMailbox,
} from "../support/mailbox.js";
import {
  isFocused,
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
let mailbox: TestMailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  const settings = {
    SMTP_URL: mailbox.url,
    MAIL_FROM: "splot@jarzebinow.example",
  };
  town = await openTown(settings, { clockMoves: true });
});
afterAll(async () => {
  await town.close();
  await mailbox.close();
});

/** A day by the calendar on the wall, in the words of a form. */
function workingDay(after: Date, days: number): string {
  return localDate(addWorkingDays(after, days));
}

function momentOf(day: string, hour: string): Date {
  return DateTime.fromISO(`${day}T${hour}`, { zone: ZONE }).toJSDate();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(coloursSettled);
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, name, { fullPage: true });
}

async function awaited(page: Page, moment: string): Promise<void> {
  await page
    .getByRole("region", { name: "Pierwszy termin" })
    .getByText(moment, { exact: true })
    .waitFor();
}

async function giveDate(where: Locator, day: string): Promise<void> {
  await where.getByLabel("Dzień").fill(day);
  await where.getByLabel("Godzina").fill("10:30");
}

/** As the screen says it today. */
function wordsOf(day: string, hour: string): string {
  const today = localDate(town.now());
  if (day === today) return `dziś, ${hour}`;
  if (day === addDays(today, 1)) return `jutro, ${hour}`;
  const year = day.startsWith(today.slice(0, 4)) ? "" : " yyyy";
  const at = DateTime.fromISO(day, { zone: ZONE, locale: "pl" });
  return `${at.toFormat(`cccc, d MMMM${year}`)}, ${hour}`;
}

function dayInWords(at: Date): string {
  const day = DateTime.fromJSDate(at, { zone: ZONE }).setLocale("pl");
  return day.toFormat("d MMMM yyyy, ");
}

/** The mail that a first date is near, and all that went out before it. */
async function reminded(to: string): Promise<ReadMail> {
  for (;;) {
    const mail = await mailbox.next(to);
    if (mail.subject.startsWith("Najbliższe pierwsze terminy")) return mail;
  }
}

/** With who the person is, which stands nowhere on the page that follows. */
async function openCase(kipus: Page): Promise<string> {
  await kipus.getByRole("link", { name: "Nowa sprawa" }).click();
  await kipus.getByLabel("Imię").fill("Jagoda");
  await kipus.getByLabel("Kontakt", { exact: true }).fill("600 100 200");
  await kipus.getByLabel("Nazwisko").fill("Brzozowska");
  await kipus.getByLabel("Rok albo data urodzenia").fill("1979");
  await press(kipus, "Otwórz sprawę");
  await kipus.getByRole("heading", { level: 1, name: /^JAR-\d{4}-/ }).waitFor();
  return new URL(kipus.url()).pathname;
}

/** What nobody offers is counted, and another service looked for. */
async function noteNeed(kipus: Page): Promise<void> {
  await press(kipus, "Znajdź usługę");
  await kipus.getByRole("searchbox").fill("spadochron");
  await kipus.getByText("Nie ma teraz takiej usługi.").waitFor();
  await kipus
    .getByLabel("Obszar usług")
    .selectOption({ label: "Wspieranie rodziny" });
  await press(kipus, "Zapisz jako niezaspokojoną potrzebę");
  await kipus.getByText("Policzone w rejestrze potrzeb:").waitFor();
  await photograph(kipus, "loop-need", { fullPage: true });
}

/** The lowest level is chosen; more is asked for with a reason, and seen before it goes. */
async function sendAtL2(kipus: Page): Promise<string> {
  await press(kipus, "Znajdź usługę");
  await kipus.getByRole("searchbox").fill("integracyjne");
  await press(kipus, `Skieruj: ${SERVICE}`);
  const dialog = kipus.getByRole("dialog");
  await dialog
    .getByRole("radio", { name: "Imię i jeden kontakt", checked: true })
    .waitFor();
  await dialog.getByRole("radio", { name: "Imię, nazwisko i cel" }).check();
  await dialog.getByText(/^Zgoda na ten zakres, do \d/).waitFor();
  // what is wrong is told at its field, which the keyboard then stands in
  const send = dialog.getByRole("button", { name: "Wyślij skierowanie" });
  const reason = dialog.getByLabel("Dlaczego usługodawca potrzebuje więcej?");
  const goal = dialog.getByLabel("Cel usługi");
  await send.click();
  await isFocused(reason);
  await reason.selectOption({
    label: "trzeba zawrzeć umowę albo złożyć wniosek",
  });
  await goal.fill("rozmowa z Jagodą");
  await dialog.getByRole("button", { name: "Pokaż, co zobaczy" }).click();
  await isFocused(goal);
  await goal.fill("wspólne zajęcia z dziećmi");
  await dialog.getByRole("button", { name: "Pokaż, co zobaczy" }).click();
  await dialog.getByText("Brzozowska").waitFor();
  await photograph(kipus, "loop-preview", { fullPage: true });
  await send.click();
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
  // the need, which nobody meets as it was said, and on what basis something may travel to who meets it otherwise
  const aboutCase = await openCase(kipus);
  await noteNeed(kipus);
  // without a basis nothing of her goes, and the keyboard stands where one is recorded
  await kipus.getByRole("searchbox").fill("integracyjne");
  await press(kipus, `Skieruj: ${SERVICE}`);
  const without = kipus.getByRole("dialog");
  await without.getByRole("radio", { name: "Imię i jeden kontakt" }).check();
  await press(kipus, "Wyślij skierowanie");
  const record = without.getByRole("link", { name: "Zapisz podstawę" });
  await isFocused(record);
  await without.getByRole("alert").getByText("Brakuje podstawy").waitFor();
  await photograph(kipus, "loop-no-basis");
  await kipus.keyboard.press("Enter");
  await kipus
    .getByLabel("Usługa")
    .locator("option:checked", { hasText: SERVICE })
    .waitFor({ state: "attached" });
  for (const name of ["Nazwisko", "Cel usługi"])
    await kipus.getByRole("checkbox", { name }).check();
  // the sheet to sign is headed as what it is, says who answers, and holds nothing that is only the coordinator's
  await kipus.emulateMedia({ media: "print" });
  await kipus
    .getByRole("heading", { name: "Zgoda na przekazanie danych" })
    .waitFor();
  await kipus.getByText(/inspektorem ochrony danych: .+@/).waitFor();
  const signed = await kipus.locator("main").innerText();
  expect(signed).not.toMatch(
    /gwiazdką|Podstawa przekazania|Więcej nie może|JAR-/,
  );
  await photograph(kipus, "loop-sheet", { fullPage: true });
  await kipus.emulateMedia({ media: "screen" });
  await press(kipus, "Zapisz podstawę");
  await kipus.getByRole("heading", { name: "Szukaj usługi" }).waitFor();
  await kipus.goto(`${town.url}${aboutCase}`);
  await kipus
    .getByRole("heading", { name: "Komu wolno przekazać dane" })
    .waitFor();
  await photograph(kipus, "loop-basis", { fullPage: true });
  const number = await sendAtL2(kipus);
  const path = `/skierowania/${number.replaceAll("/", "-")}`;
  const partner = await town.visit(RDZ, path, phone);
  await isLive(partner);
  await press(partner, "Pokaż dane");
  await press(partner, "Kontaktuję się");
  const looked = town.now();
  await partner.getByText("Brzozowska").waitFor();
  await press(partner, "Ukryj");

  // the first date goes with the acceptance; none is asked for
  const day = workingDay(town.now(), 2);
  const first = partner.getByRole("region", { name: "Pierwszy termin" });
  await photograph(partner, "accept-phone", { fullPage: true });
  await giveDate(first, day);
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
  await giveDate(first, day);
  await look(partner, "accept-dated-phone");
  await partner.setViewportSize({ width: 1280, height: 900 });
  await photograph(partner, "accept-dated-desk", { fullPage: true });
  await partner.setViewportSize({ width: 390, height: 844 });
  await press(partner, "Przyjmij z tym terminem");
  await awaited(partner, wordsOf(day, "10:30"));
  await photograph(partner, "appoint-planned-phone", { fullPage: true });
  // the coordinator sees it live, and it goes on the sheet for the person
  await awaited(kipus, wordsOf(day, "10:30"));
  await kipus.getByText(/^zobaczył .*: imię, kontakt/).waitFor();
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
  await wish.getByLabel("Jaki dzień by pasował").fill(day);
  await wish.getByLabel("Godzina").fill("12:00");
  await wish.getByLabel("Dlaczego ten nie pasuje").fill("praca do 11");
  await photograph(kipus, "appoint-wish");
  await press(kipus, "Poproś");
  await partner.getByText("Koordynatorka prosi o inny termin.").waitFor();
  await partner.getByText("Dlaczego: praca do 11").waitFor();
  await photograph(partner, "appoint-asked-phone", { fullPage: true });
  await press(partner, "Potwierdź ten termin");
  await awaited(kipus, wordsOf(day, "12:00"));

  // the last working day before both sides are reminded, and nobody is late before the hour
  const eve = momentOf(workingDay(town.now(), 1), "09:01");
  await town.passUntil(eve);
  await awaited(partner, wordsOf(day, "12:00"));
  for (const login of ["kipus", RDZ])
    expect((await reminded(`${login}@jarzebinow.example`)).text).toContain(
      number,
    );
  // before the hour nobody begins by mistake, and loses the date with it
  await press(partner, "Rozpocznij");
  const early = partner.getByRole("dialog");
  await early.getByText(wordsOf(day, "12:00")).waitFor();
  await look(partner, "start-early-phone");
  await early.getByRole("button", { name: "Zostaw" }).click();
  await awaited(partner, wordsOf(day, "12:00"));
  await town.passUntil(momentOf(day, "11:59"));
  await awaited(partner, "dziś, 12:00");
  await partner
    .getByText("Że osoba nie przyszła, zapiszesz po godzinie")
    .waitFor();
  await town.passUntil(momentOf(day, "12:01"));
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
  // she says nothing for three working days: the organisers know of which place, and whom to ask
  await town.passUntil(momentOf(workingDay(town.now(), 3), "12:30"));
  const ous = await town.visit("ous", "/oferta-teraz");
  const undecided = ous.locator("section").filter({
    has: ous.getByRole("heading", { name: "Miejsca bez decyzji" }),
  });
  await undecided.getByText(number, { exact: true }).waitFor();
  await undecided.getByText(/^Zapytaj: /).waitFor();
  await look(ous, "board-undecided");
  await press(kipus, "Poproś o nowy termin");
  await press(kipus, "Poproś");
  await kipus.getByText("Prosisz o nowy termin.").waitFor();
  await undecided.waitFor({ state: "detached" });
  // nobody hands out a card for a day that is over
  await kipus
    .getByRole("heading", { name: "Czekamy na nowy termin." })
    .waitFor();
  await partner.getByText("Koordynatorka prosi o nowy termin.").waitFor();
  await press(partner, "Podaj inny");
  const second = workingDay(town.now(), 1);
  await giveDate(partner.getByRole("dialog"), second);
  await press(partner, "Zapisz termin");
  await awaited(kipus, wordsOf(second, "10:30"));
  // it is moved to where the person lives, whose address is nowhere in it
  await press(partner, "Zmień termin");
  const moving = partner.getByRole("dialog");
  await giveDate(moving, second);
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

  await town.passUntil(momentOf(second, "10:45"));
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
  // that the data were seen stays told, however much came after it
  await kipus.getByText(/^zobaczył .*: imię, kontakt/).waitFor();
  await press(kipus, "Pokaż więcej");
  await kipus.getByText(/^Usługodawca zobaczył dane osoby/).waitFor();
  await photograph(kipus, "completed-course", { fullPage: true });

  // what she may read of herself: who saw what of her, when and why
  await kipus.goto(`${town.url}${aboutCase}/wydruki`);
  await press(kipus, "Przygotuj wydruk");
  const sheet = kipus.getByRole("article");
  const told = (title: string, ...words: string[]) =>
    words.reduce(
      (row, hasText) => row.filter({ hasText }),
      sheet.getByRole("table", { name: title }).getByRole("row"),
    );
  await told(
    "Co i komu przekazano",
    number,
    PARTNER,
    "imię, kontakt, nazwisko",
    "Twoja zgoda",
    "usługa zakończona",
  ).waitFor();
  await told(
    "Kto widział albo zmieniał dane",
    number,
    `pracownik, który przyjmuje skierowania, ${PARTNER}`,
    "obejrzenie Twoich danych przez usługodawcę: imię, kontakt, nazwisko",
    "kontakt z Tobą",
    dayInWords(looked),
  ).waitFor();
  await told(
    "Kto widział albo zmieniał dane",
    number,
    "koordynator, ",
    "decyzja po nieobecności",
  ).waitFor();
  // each line says what was done
  expect(await sheet.getByRole("cell", { name: /^zmiana\b/ }).count()).toBe(0);
  await kipus.emulateMedia({ media: "print" });
  expect(await kipus.getByText("Co przygotować").isVisible()).toBe(false);
  await photograph(kipus, "completed-paper", { fullPage: true });
  expect(await sheet.innerText()).not.toMatch(/Jagoda|Brzozowska|600 100/);
  expect(town.complaints()).toEqual([]);
}, 90_000);
