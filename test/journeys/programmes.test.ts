// Plays: the organiser writes a programme and its plan until nothing is missing, the council adopts it, a partner reads her part; a standard is drafted, remarked on, approved and checked.
import type { Page } from "playwright-core";

import { addDays, localDate } from "../../server/platform/calendar.js";
import { openTown, phone, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const today = localDate(new Date());

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

const save = (page: Page) =>
  page
    .getByRole("dialog")
    .getByRole("button", { name: "Zapisz", exact: true })
    .click();

async function write(page: Page, element: string, text: string) {
  await press(page, `Uzupełnij: ${element}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(element).fill(text);
  await save(page);
  await dialog.waitFor({ state: "detached" });
}

/** Words of tables that stand on two lines, and tables that stick out of the page. */
const brokenInTables = `(() => {
  const faults = [];
  for (const table of document.querySelectorAll("main table")) {
    if (table.getBoundingClientRect().right > document.documentElement.clientWidth)
      faults.push("sticks out: " + table.caption?.textContent);
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of text.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) faults.push(word);
      }
  }
  return faults;
})()`;

it("a plan keeps its words and amounts whole", async () => {
  const page = await town.visit("ous", "/programy");
  await page.getByRole("link", { name: "Samodzielni 2026–2028" }).click();
  const plan = page.getByRole("region", { name: "Plan wdrożenia" });
  await plan.getByText(/216\s000\szł/).waitFor();
  expect(await page.evaluate<string[]>(brokenInTables)).toEqual([]);
  await page.close();
});

it("a programme with its implementation plan", async () => {
  const page = await town.visit("ous", "/programy");
  await press(page, "Nowy program");
  await page.getByLabel("Nazwa programu").fill("Razem raźniej");
  await press(page, "Rozpocznij program");
  await page.getByRole("heading", { name: "Razem raźniej" }).waitFor();
  await page.getByText("Brakuje 12 elementów.").waitFor();

  await press(page, "Uzupełnij: Nazwa i cel");
  await page.getByLabel("Cel programu").fill("Mniej samotności");
  await save(page);
  await press(page, "Uzupełnij: Okres programu");
  await page.getByLabel("Pierwszy dzień").fill(today);
  await page.getByLabel("Ostatni dzień").fill(addDays(today, 300));
  await save(page);
  await page.getByText("Brakuje 10 elementów.").waitFor();
  await press(page, "Uzupełnij: Liczba osób");
  await page.getByLabel("Ile osób skorzysta").fill("40");
  await save(page);
  await press(page, "Uzupełnij: Budżet");
  await page.getByLabel("Limit w złotych").fill("dużo");
  await save(page);
  await page.getByText("To nie jest kwota.").first().waitFor();
  await page.getByLabel("Limit w złotych").fill("45 000,50");
  await save(page);
  await page.getByText("45 000,50 zł").first().waitFor();
  await press(page, "Uzupełnij: Dane osobowe");
  for (const field of ["imię", "jeden sposób kontaktu"])
    await page.getByRole("checkbox", { name: field, exact: true }).check();
  await save(page);
  await page
    .getByText("przekazuje najwyżej dane do kontaktu")
    .first()
    .waitFor();
  for (const element of [
    "Potrzeby mieszkańców",
    "Usługi społeczne",
    "Warunki i tryb kwalifikowania",
    "Opłaty i zwolnienia",
    "Dokumentacja",
    "Organizacja i etapy",
    "Monitoring i mierniki",
  ])
    await write(page, element, `${element} – opis`);
  await page.getByText("Wszystkie elementy są opisane.").waitFor();

  // the plan tells what is missing, until it is there
  await press(page, "Dodaj do planu");
  let dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nazwa nowej usługi").fill("Klub rozmów");
  await dialog.getByLabel("Sposób pozyskania").selectOption("GRANT_SUPPORT");
  await dialog.getByText("Dotacja pokrywa część zadania.").waitFor();
  await dialog.getByLabel("Termin").fill(addDays(today, -1));
  await dialog.getByRole("button", { name: "Zapisz" }).click();
  const plan = page.getByRole("region", { name: "Plan wdrożenia" });
  for (const gap of ["nie ma usługodawcy", "termin minął", "nie ma pieniędzy"])
    await plan.getByText(gap).waitFor();
  await plan.getByText("1 usługa ma braki.").waitFor();

  await press(page, "Zmień pozycję: Klub rozmów");
  dialog = page.getByRole("dialog");
  const provider = dialog.getByRole("group", { name: "Usługodawca" });
  await provider.getByLabel("Zawęź, pisząc nazwę").fill("zlota");
  await provider
    .getByRole("radio", { name: "Klub Seniora „Złota Jesień”" })
    .check();
  await dialog.getByLabel("Kwota w złotych").fill("50000");
  await dialog.getByLabel("Termin").fill(addDays(today, 30));
  const grant = dialog.locator("option", { hasText: /^A24:/ });
  await dialog
    .getByLabel("Umowa")
    .selectOption((await grant.getAttribute("value")) ?? "");
  await dialog.getByRole("button", { name: "Zapisz" }).click();
  await plan.getByText(/Plan przekracza limit o/).waitFor();
  const down = page.waitForEvent("download");
  await press(page, "Pobierz CSV");
  expect((await down).suggestedFilename()).toBe(
    "Plan wdrożenia Razem raźniej.csv",
  );

  await press(page, "Zapisz uchwałę");
  dialog = page.getByRole("dialog");
  await dialog.getByLabel("Numer uchwały").fill("XX/1/2026");
  await dialog.getByLabel("Data uchwały").fill(today);
  await dialog.getByRole("button", { name: "Zapisz uchwałę" }).click();
  await page.getByText("program trwa").waitFor();
  await press(page, "Dodaj usługę do programu");
  dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Która usługa")
    .selectOption({ label: "Klub książki" });
  await dialog.getByRole("button", { name: "Dodaj do programu" }).click();
  await page
    .getByRole("button", { name: "Wyłącz z programu: Klub książki" })
    .waitFor();
  await press(page, "Wyłącz z programu: Klub książki");
  dialog = page.getByRole("dialog");
  await dialog.getByText("Wyłączyć z programu: Klub książki?").waitFor();
  await dialog.getByRole("button", { name: "Anuluj" }).click();
  await page.getByText("Dodano usługę: Klub książki").waitFor();
  await photograph(page, "program");

  // who refers to it reads before sending how much may travel
  const kipus = await town.visit("kipus", "/szukaj?q=Klub książki");
  await kipus
    .getByRole("button", { name: /^(Skieruj|Do kolejki): Klub książki/ })
    .click();
  await kipus
    .getByRole("dialog")
    .getByText(
      "Program „Razem raźniej” pozwala przekazać najwyżej dane do kontaktu (te, które wymienia).",
    )
    .waitFor();
  await photograph(kipus, "skieruj-program");

  // who takes part reads the plan, and of its money her own
  const partner = await town.visit("fop", "/programy", phone);
  await partner.getByRole("link", { name: "Opieka blisko domu" }).click();
  const hers = partner.getByRole("region", { name: "Plan wdrożenia" });
  await hers.getByText("180 000 zł").waitFor();
  expect(await hers.getByText("240 000 zł").count()).toBe(0);
  expect(await partner.getByText("Razem raźniej").count()).toBe(0);
}, 120_000);

it("a standard from its draft to a check", async () => {
  const page = await town.visit("ous", "/standardy");
  await press(page, "Nowy standard");
  let dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nazwa standardu").fill("Zajęcia w bibliotece");
  await dialog.getByRole("checkbox", { name: "Kultura" }).check();
  await dialog.getByLabel("Co ma być spełnione").fill("Wejście bez schodów");
  await dialog.getByLabel("Po czym to poznać").fill("podjazd lub winda");
  await dialog.getByLabel("Minimum").fill("jedno wejście");
  await dialog.getByLabel("Maksimum").fill("każde wejście");
  await dialog.getByRole("button", { name: "Zapisz" }).click();
  await page.getByRole("heading", { name: "Zajęcia w bibliotece" }).waitFor();
  await press(page, "Oddaj do konsultacji");
  dialog = page.getByRole("dialog");
  await dialog.getByLabel("Ostatni dzień na uwagi").fill(today);
  await dialog.getByRole("button", { name: "Oddaj do konsultacji" }).click();
  await page.getByText("w konsultacjach").waitFor();
  const { pathname } = new URL(page.url());

  const rep = await town.visit("rzecznik", pathname);
  await press(rep, "Zgłoś uwagę");
  await rep.getByLabel("Twoja uwaga").fill("Potrzebna jest też ławka.");
  await press(rep, "Wyślij uwagę");
  await rep.getByText("Rzecznik mieszkańców").waitFor();

  const director = await town.visit("dyrektor", pathname);
  await director.getByText("Potrzebna jest też ławka.").waitFor();
  await press(director, "Zatwierdź standard");
  await director.getByLabel("Obowiązuje od").fill(today);
  await director
    .getByRole("dialog")
    .getByRole("button", { name: "Zatwierdź" })
    .click();
  await director.getByText("obowiązuje", { exact: true }).waitFor();

  await page.reload();
  await press(page, "Dodaj usługę do standardu");
  await page.getByLabel("Która usługa").selectOption({ label: "Klub książki" });
  await save(page);
  await press(page, "Sprawdź: Klub książki");
  dialog = page.getByRole("dialog");
  await dialog.getByLabel("Data sprawdzenia").fill(today);
  await dialog.getByLabel("Wejście bez schodów").selectOption("NOT_MET");
  await dialog.getByLabel("Co było widać").fill("Trzy schody przy drzwiach.");
  await dialog.getByRole("button", { name: "Zapisz sprawdzenie" }).click();
  await dialog.getByText("Wpisz, co trzeba zrobić").first().waitFor();
  await dialog.getByLabel("Co trzeba zrobić").fill("Wstawić podjazd");
  await dialog.getByLabel("Do kiedy").fill(addDays(today, 60));
  await dialog.getByRole("button", { name: "Zapisz sprawdzenie" }).click();
  await page.getByText("Do zrobienia: Wstawić podjazd").waitFor();

  // the organisation finds it from its first page, and says what it did on a phone
  const partner = await town.visit("bib", "/oferta", phone);
  await partner
    .getByRole("region", { name: "Co teraz czeka" })
    .getByRole("link", { name: /^1 działanie naprawcze/ })
    .click();
  await partner.getByText("Do zrobienia: Wstawić podjazd").waitFor();
  await photograph(partner, "do-poprawy-phone", { fullPage: true });
  await press(partner, "Napisz, co zrobiono");
  await partner.getByLabel("Co udało się zrobić").fill("Stoi podjazd.");
  await press(partner, "Wyślij odpowiedź");
  await partner.getByText("czeka na ocenę CUS").waitFor();

  await page.getByText(/Stoi podjazd\.$/).waitFor();
  await press(page, "Oznacz jako zrobione");
  await page.getByText(/^Zrobione/).waitFor();
  await photograph(page, "standard");
  expect(town.complaints()).toEqual([]);
}, 90_000);
