// Plays: what was ordered, delivered and short under an agreement until both sides confirm the sheet (O26); what the network brought a partner (P15, O20).
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { openTown, phone, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("a partner's report of benefits is read, taken along and printed; the organiser recognises nobody in it", async () => {
  const partner = await town.visit("kis", "/oferta");
  await partner.getByRole("link", { name: "Nasz wkład" }).click();
  await partner.getByRole("heading", { name: "Nasz wkład" }).waitFor();
  const line = partner.getByRole("row", { name: /grupa wsparcia/ });
  await line.waitFor();
  await photograph(partner, "nasz-wklad", { fullPage: true });

  const download = partner.waitForEvent("download");
  await partner.getByRole("button", { name: "Pobierz CSV" }).click();
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toContain("grupa wsparcia");

  await partner.getByLabel(/Ukryj liczby od 1 do 4/).check();
  await partner.getByText(/Liczby od 1 do 4 pokazujemy/).waitFor();
  await partner.emulateMedia({ media: "print" });
  await partner.getByText("Okres: 2026").waitFor();
  // who gives it back says whose it is
  await partner
    .getByRole("heading", { name: /^Klub Integracji Społecznej/ })
    .waitFor();
  expect(await partner.getByRole("button").count()).toBe(0);
  expect(await partner.getByText(/Stan na /).isVisible()).toBe(true);
  const paper = await partner.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  await partner.emulateMedia({ media: "screen" });
  await partner.getByLabel("Okres").selectOption({ index: 1 });
  await partner
    .getByRole("heading", { name: "W tym okresie nie było skierowań" })
    .waitFor();
  expect(await faultsOf(partner)).toEqual([]);

  const ous = await town.visit("ous", "/partnerzy");
  await ous.getByRole("link", { name: /^Klub Integracji Społecznej/ }).click();
  await ous.getByRole("heading", { name: "Współpraca w tym roku" }).waitFor();
  await photograph(ous, "partner-wspolpraca", { fullPage: true });
  await ous.getByRole("link", { name: "Cały raport współpracy" }).click();
  await ous.getByRole("heading", { name: /^Współpraca: Klub/ }).waitFor();
  await ous.getByText(/Liczby od 1 do 4 pokazujemy/).waitFor();
  await photograph(ous, "wklad-ous", { fullPage: true });
  expect(await ous.getByLabel(/Ukryj liczby/).count()).toBe(0);
  expect(town.complaints()).toEqual([]);
}, 90_000);

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

it("an order is delivered short, a corrective action is answered and closed, and both sides confirm the sheet", async () => {
  const ous = await town.visit("ous", "/partnerzy");
  await ous
    .getByRole("link", { name: /^Caritas/ })
    .first()
    .click();
  await ous.getByRole("link", { name: /^A13/ }).click();
  await ous.getByText("niczego jeszcze nie zamówiono").waitFor();
  await ous.getByRole("button", { name: /^Zapisz zamówienie/ }).click();
  const dialog = ous.getByRole("dialog");
  await dialog.getByLabel("Na jaki okres").selectOption("na miesiąc");
  const ordered = dialog.getByRole("group").first();
  const name = (await ordered.locator("legend").textContent()) ?? "";
  await ordered.getByLabel("Ile w tym okresie").fill("10");
  // what the centre finds wrong stands at its field
  await ordered.getByLabel("Cena jednej, w złotych").fill("999999");
  await press(ous, "Zapisz zamówienie");
  await ordered.getByText("Podaj cenę od 0 do 100 000 zł.").waitFor();
  await ordered.getByLabel("Cena jednej, w złotych").fill("250,50");
  await press(ous, "Zapisz zamówienie");
  await ous.getByRole("row", { name }).first().waitFor();
  const settlement = new URL(ous.url()).pathname;

  // the partner reports in one form, on a phone
  const partner = await town.visit("car", settlement, phone);
  await press(partner, "Zgłoś wykonanie");
  await partner.getByRole("dialog").getByLabel(name).fill("7");
  await press(partner, "Wyślij zgłoszenie");
  await partner.getByText("zgłosił partner").first().waitFor();
  await photograph(partner, "rozliczenie-partner-phone", { fullPage: true });

  // each side sees what the other does, without reading the sheet anew
  const line = ous.getByRole("row", { name }).first();
  await line.getByText("zgłosił partner").waitFor();
  expect(await line.textContent()).toMatch(/1\s?753,50/);
  await press(ous, "Zgłoś brak");
  const lack = ous.getByRole("dialog");
  await lack.getByLabel("Co z tego wynika").selectOption("Działanie naprawcze");
  await lack.getByLabel("Czego brakuje").fill("Brakuje trzech miejsc.");
  await lack.getByLabel("Do kiedy").fill("2099-01-01");
  await press(ous, "Zapisz sprawę");
  await ous.getByText("Działanie naprawcze").first().waitFor();
  await press(ous, "Przygotuj rozliczenie");
  await ous.getByText("czeka na potwierdzenie").waitFor();

  // whoever is asked finds it from her first page
  await partner.goto(new URL("/oferta", partner.url()).href);
  await partner
    .getByRole("region", { name: "Co teraz czeka" })
    .getByRole("link", { name: /^1 sprawa z umowy/ })
    .click();
  await partner.getByText("Brakuje trzech miejsc.").waitFor();
  await photograph(partner, "sprawa-partner-phone", { fullPage: true });
  await press(partner, "Odpowiedz");
  await partner
    .getByLabel("Twoja odpowiedź")
    .fill("Trzy miejsca dojdą od poniedziałku.");
  // whoever leaves while the page reads anew hears of no fault
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await partner.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("OpenShortfalls")) await gone;
    await route.continue().catch(() => {});
  });
  await press(partner, "Wyślij odpowiedź");
  await partner.getByRole("dialog").waitFor({ state: "detached" });
  await partner.getByRole("link", { name: /^Rozliczenie umowy A13/ }).click();
  await partner.getByText("jest odpowiedź").waitFor();
  letGo();
  await partner.unroute("**/graphql");
  // what is said meanwhile waits behind the question, and the centre is told
  await press(ous, "Potwierdź rozliczenie");
  await press(partner, "Zgłoś uwagi");
  await partner
    .getByLabel("Twoje uwagi")
    .fill("Jedna osoba zaczęła wcześniej.");
  await press(partner, "Wyślij uwagi");
  await partner.getByText("są uwagi", { exact: true }).waitFor();

  await ous
    .getByRole("dialog")
    .getByRole("button", { name: "Potwierdź rozliczenie" })
    .click();
  await ous.getByText(/^Ktoś był szybszy/).waitFor();
  await press(ous, "Przygotuj nową wersję");
  await ous.getByText(/wersja 2$/).waitFor();
  await press(ous, "Potwierdź rozliczenie");
  await ous
    .getByRole("dialog")
    .getByRole("button", { name: "Potwierdź rozliczenie" })
    .click();
  await press(ous, "Zakończ sprawę");
  await ous.getByLabel("Co z tego wyszło").fill("Trzy miejsca są.");
  await press(ous, "Zapisz wynik");
  await ous.getByText("Trzy miejsca są.").waitFor();
  // what changes later is shown beside it; more than was ordered is asked back
  await press(partner, "Zgłoś wykonanie");
  await partner.getByRole("dialog").getByLabel(name).fill("99");
  await press(partner, "Wyślij zgłoszenie");
  await partner.getByText(/^Więcej niż zamówiono/).waitFor();
  await partner
    .getByRole("button", { name: "Tak, wyślij zgłoszenie" })
    .waitFor();
  await partner.getByRole("dialog").getByLabel(name).fill("8");
  await press(partner, "Wyślij zgłoszenie");
  await partner.getByText(/Rozliczenie zostaje, jak było/).waitFor();
  await ous
    .getByRole("cell", { name: /7.*teraz 8/ })
    .first()
    .waitFor();
  await press(partner, "Potwierdź rozliczenie");
  await partner
    .getByRole("dialog")
    .getByRole("button", { name: "Potwierdź rozliczenie" })
    .click();
  await partner.getByText("potwierdzone przez obie strony").waitFor();
  await partner.getByText(/^Okres jest rozliczony/).waitFor();
  // read in another year it is as true as today
  expect(await partner.getByText(/^potwierdzone \d+ \S+ \d{4}, /).count()).toBe(
    2,
  );
  expect(
    await partner.getByRole("button", { name: "Zgłoś wykonanie" }).count(),
  ).toBe(0);
  await photograph(ous, "rozliczenie", { fullPage: true });
  const download = ous.waitForEvent("download");
  await press(ous, "Pobierz CSV");
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toContain("1753.50");
  const paper = await ous.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");

  const council = await town.visit("rada", settlement);
  await council.getByRole("row", { name }).first().waitFor();
  expect(
    await council
      .getByRole("button", { name: /Zgłoś|Zmień|Przygotuj/ })
      .count(),
  ).toBe(0);
  const other = await town.visit("cis", settlement);
  await other.getByText("W tej umowie niczego jeszcze nie zamówiono").waitFor();
  expect(town.complaints()).toEqual([]);
}, 120_000);
