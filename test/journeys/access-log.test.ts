// Plays: the data protection officer finds who looked, and takes it along (story I1); a coordinator opens a case, and looks at who the person is (K23).
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { refer } from "../support/elsewhere.js";
import { lookAt } from "../support/look-at.js";
import { openTown, phone, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const line = (page: Page, words: string) =>
  page.getByRole("row").filter({ hasText: words });

it("what has a clock is told on the officer's first page, and opens her desk", async () => {
  const day = new Date().toISOString();
  const filed = await town.ask(
    "iod",
    `mutation ($request: FileResidentRequestInput!, $breach: RecordBreachInput!) {
       fileResidentRequest(input: $request) { __typename }
       recordBreach(input: $breach) { __typename } }`,
    {
      request: {
        requestKey: "a request",
        kind: "ACCESS",
        pseudonym: "JAR-2026-0101",
        receivedOn: day.slice(0, 10),
      },
      breach: {
        requestKey: "a breach",
        kind: "CONFIDENTIALITY",
        foundAt: day,
        about: "Wydruk został na korytarzu.",
        people: 1,
      },
    },
  );
  expect(filed).toMatchObject({
    fileResidentRequest: { __typename: "ResidentRequest" },
    recordBreach: { __typename: "Breach" },
  });
  const iod = await town.visit("iod", "/start");
  const card = iod.getByRole("listitem");
  await card.getByText("1 naruszenie czeka na decyzję").waitFor();
  await card.getByText("1 żądanie mieszkańca czeka na odpowiedź").waitFor();
  await photograph(iod, "start-iod");
  await iod
    .getByRole("link", { name: /^nr 1, termin: / })
    .first()
    .click();
  await iod.getByRole("heading", { name: "Naruszenia" }).waitFor();
});

it("who looked is found, filtered, printed and taken along", async () => {
  const kipus = await town.visit("kipus", "/skierowania");
  await kipus.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
  await kipus.getByRole("heading", { name: "Kto zajrzał" }).waitFor();
  // her own note, read by herself, is no look
  await kipus.getByText("W dzienniku nie ma jeszcze żadnego wpisu.").waitFor();
  await kipus.getByRole("link", { name: "Drukuj kartę" }).click();
  await kipus.getByRole("button", { name: "Drukuj kartę" }).click();

  // what was not allowed is told on the first page, and found from there
  await expect(refer(town, "fop", "Klub książki")).rejects.toThrow();
  const iod = await town.visit("iod", "/start");
  await iod
    .getByRole("link", { name: "1 próba bez dostępu w ostatnich 7 dniach" })
    .click();
  await iod.getByRole("heading", { name: "Dziennik dostępu" }).waitFor();
  await line(iod, "Bez dostępu").waitFor();
  expect(await iod.getByLabel("Wynik").inputValue()).toBe("REFUSED");
  await iod.getByRole("button", { name: "Pokaż wszystko" }).click();
  await iod.getByText(/Łańcuch nienaruszony do wpisu \d+\./).waitFor();
  await iod.getByLabel("Co się stało").selectOption("Wydruk");
  await iod.getByRole("button", { name: "Szukaj" }).click();
  const printed = line(iod, "Karta wydrukowana");
  await line(iod, "Skierowanie wysłane").first().waitFor({ state: "detached" });
  expect(await printed.textContent()).toMatch(/SK\/\d{4}\/\d{5} · /);
  expect(await printed.textContent()).toContain("Prowadzi tę sprawę");

  // whoever it was, all that she did
  const [name = ""] = await printed.getByRole("button").allTextContents();
  await iod.getByRole("button", { name: "Pokaż wszystko" }).click();
  await iod.getByLabel(/^Kto/).fill(name.slice(0, 4));
  await iod.getByRole("button", { name: "Szukaj" }).click();
  await line(iod, "Irena Olcha").first().waitFor({ state: "detached" });
  await line(iod, "Karta wydrukowana").first().waitFor();
  await photograph(iod, "dziennik");
  const download = iod.waitForEvent("download");
  await iod.getByRole("button", { name: "Pobierz CSV" }).click();
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toMatch(/^\uFEFFWpis,Kiedy \(UTC\),Kto,Role,/);
  expect(table).toContain(
    `,${name},koordynator indywidualnych planów usług społecznych,`,
  );
  await iod.reload();
  const taken = line(iod, "Dziennik pobrany: według nazwiska");
  await taken.waitFor();

  // all that somebody of one organisation did; of a period only that begins before it ends
  await iod.getByLabel("Od dnia").fill("2026-11-02");
  await iod.getByLabel("Do dnia").fill("2026-11-01");
  await iod.getByLabel(/jakiej organizacji/).fill("ODDECH");
  await iod.getByRole("button", { name: "Szukaj" }).click();
  await iod.getByText("Koniec okresu jest przed jego początkiem.").waitFor();
  await photograph(iod, "dziennik-okres");
  await iod.getByLabel("Do dnia").fill("");
  await iod.getByRole("button", { name: "Szukaj" }).click();
  await taken.waitFor({ state: "detached" });
  await line(iod, "Bez dostępu").waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("fits a phone, reads well, and finds nothing in plain words", async () => {
  const page = await town.visit("iod", "/dziennik", phone);
  await page.getByText(/Łańcuch nienaruszony/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await photograph(page, "dziennik-phone");
  await page.setViewportSize({ width: 320, height: 640 });
  expect(
    await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    ),
  ).toBeLessThanOrEqual(0);
  await page.getByText("Szukaj w dzienniku").click();
  await page.getByLabel(/^Czyja sprawa/).fill("NIKT-1");
  await page.getByRole("button", { name: "Szukaj" }).click();
  await page.getByRole("heading", { name: "Nie ma takich wpisów" }).waitFor();
  const director = await town.visit("dyrektor", "/dziennik");
  await director.getByRole("heading", { name: "Dziennik dostępu" }).waitFor();
  expect(await director.getByLabel(/^Czyja sprawa/).count()).toBe(0);
  expect(
    await director.getByRole("button", { name: "Pobierz CSV" }).count(),
  ).toBe(0);
}, 60_000);

/** All that the page shows, and all that the browser keeps of it. */
const all = `JSON.stringify([document.body.innerText, document.title, location.href, { ...localStorage },
  { ...sessionStorage }, history.state])`;

it("a case is opened, warned of, shown for ten minutes, corrected, and closed", async () => {
  const open = async (login: string) => {
    const page = await town.visit(login, "/sprawy");
    await page.getByRole("link", { name: "Nowa sprawa" }).click();
    await page.getByLabel("Imię").fill("Michalina");
    await page.getByLabel("Kontakt", { exact: true }).fill("601 730 442");
    await page.getByLabel("Nazwisko").fill("Wróbel-Zięba");
    await page.getByLabel("Rok albo data urodzenia").fill("1979");
    await page.getByRole("button", { name: "Otwórz sprawę" }).click();
    return page;
  };
  const page = await open("kipus");
  const heading = page.getByRole("heading", { level: 1, name: /^JAR-\d{4}-/ });
  await heading.waitFor();
  const pseudonym = (await heading.textContent()) ?? "";
  expect(await page.evaluate<string>(all)).not.toMatch(/Michalina|601/);
  expect(await lookAt(page, "sprawa-otwarta")).toEqual([]);

  // another coordinator is told whom to ask, and nothing else
  const other = await open("kipus2");
  const warning = other.getByRole("alert").filter({ hasText: "Karolina Maj" });
  await warning.waitFor();
  expect(await other.content()).not.toContain(pseudonym);
  await other.getByLabel("Dlaczego mimo to").waitFor();
  expect(await lookAt(other, "sprawa-znana")).toEqual([]);
  await other.context().close();

  const show = async () => {
    await page.getByRole("button", { name: "Pokaż dane osoby" }).click();
    await page.getByRole("radio", { name: "Umówienie usługi" }).check();
    await page.getByRole("button", { name: "Pokaż", exact: true }).click();
    await page.getByText("Wróbel-Zięba").waitFor();
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  await show();
  await page.getByText("Widoczne jeszcze 10 minut.").waitFor();
  expect(await lookAt(page, "sprawa-pokazana")).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("Wróbel-Zięba").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  // ten minutes later by this browser's clock
  await page.evaluate(`{ const now = Date.now; Date.now = () => now() + 600_000;
    document.dispatchEvent(new Event("visibilitychange")); }`);
  await page.getByText("Wróbel-Zięba").waitFor({ state: "detached" });
  expect(await page.evaluate<string>(all)).not.toMatch(/Michalina|601/);

  await show();
  await page.getByRole("button", { name: "Popraw" }).click();
  await page.getByLabel("Dobre godziny").fill("po siedemnastej");
  await page.getByRole("button", { name: "Zapisz" }).click();
  await page.getByText("po siedemnastej").waitFor();
  await page.getByRole("button", { name: "Ukryj" }).click();
  await page.getByText("Wróbel-Zięba").waitFor({ state: "detached" });

  // on paper only for a purpose, and off the screen after the same ten minutes
  await page.getByRole("link", { name: "Wydruki" }).click();
  await page.getByRole("button", { name: "Przygotuj wydruk" }).click();
  const paper = page.getByRole("article");
  await paper.getByText("Niczego nikomu nie przekazano.").waitFor();
  expect(await page.evaluate<string>(all)).not.toMatch(/Michalina|601/);
  await page.getByLabel("Dane osoby na wydruku").selectOption({
    label: "Z danymi osoby. Po co: Ta osoba pyta o swoje dane",
  });
  await page.getByRole("button", { name: "Przygotuj wydruk" }).click();
  await paper.getByText("Michalina Wróbel-Zięba").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await paper.getByText("po siedemnastej").isVisible()).toBe(true);
  expect(await page.getByText("Co przygotować").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(`{ const now = Date.now; Date.now = () => now() + 600_000;
    document.dispatchEvent(new Event("visibilitychange")); }`);
  await paper.waitFor({ state: "detached" });
  expect(await page.evaluate<string>(all)).not.toMatch(/Michalina|601/);
  const got = page.waitForEvent("download");
  await page.getByRole("button", { name: "Pobierz PDF" }).click();
  expect((await got).suggestedFilename()).toBe(`twoje-dane-${pseudonym}.pdf`);
  await page.getByRole("link", { name: pseudonym }).click();

  await page.getByRole("button", { name: "Znajdź usługę" }).click();
  await page.getByRole("heading", { name: "Szukaj usługi" }).waitFor();
  await page
    .getByLabel("Szukasz dla")
    .locator("option:checked", { hasText: pseudonym })
    .waitFor({ state: "attached" });
  await page.goBack();
  await page.getByRole("button", { name: "Zamknij sprawę" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Zamknij sprawę" })
    .click();
  await page.getByRole("button", { name: "Otwórz ponownie" }).waitFor();
  await page.getByRole("link", { name: "Sprawy" }).first().click();
  await page.getByRole("link", { name: "Zamknięte" }).click();
  await page.getByRole("link", { name: pseudonym }).waitFor();

  await page.goto(`${town.url}/sprawy/z-listy`);
  await page
    .getByLabel("Albo wklej listę")
    .fill(["Nazwisko;Numer", 'Wróbel;"OPS;1/26"', "Zięba;OPS 2/26"].join("\n"));
  await page.getByLabel("Pierwszy wiersz").check();
  await page.getByLabel("W której kolumnie").selectOption({ index: 1 });
  await page.getByText("2 numery, na przykład: OPS;1/26, OPS 2/26").waitFor();
  expect(await lookAt(page, "sprawy-z-listy")).toEqual([]);
  // a column of names is told line by line, and opens nothing
  await page.getByLabel("W której kolumnie").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Otwórz 2 sprawy" }).click();
  await page.getByText("wiersz 3 „Zięba”").first().waitFor();
  await photograph(page, "sprawy-z-listy-wrong");
  await page.getByLabel("W której kolumnie").selectOption({ index: 1 });
  const asked = page.waitForRequest(/graphql/);
  await page.getByRole("button", { name: "Otwórz 2 sprawy" }).click();
  expect((await asked).postData()).not.toContain("Wróbel");
  await page.getByText("Otwarto 2 sprawy.").waitFor();
  await page.getByText("numer w Twoim systemie: OPS;1/26").waitFor();
  await photograph(page, "sprawy-z-listy-opened");
  await page.getByLabel("Numer w Twoim systemie").fill("ops 2/26");
  await page.getByRole("button", { name: "Znajdź sprawę" }).click();
  await page.getByText("Znalezione sprawy: 1").waitFor();
  expect(page.url()).not.toContain("OPS");

  const iod = await town.visit("iod", "/dziennik");
  const shown = line(iod, "Dane osoby pokazane")
    .filter({ hasText: "Umówienie usługi" })
    .first();
  await shown.waitFor();
  expect(await shown.textContent()).toContain(pseudonym);
  expect(town.complaints()).toEqual([]);
}, 60_000);
