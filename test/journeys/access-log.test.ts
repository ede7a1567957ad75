// Plays: the data protection officer finds who looked, and takes it along; the coordinator sees it beside her referral (story I1).
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { refer } from "../support/elsewhere.js";
import { openTown, phone, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const line = (page: Page, words: string) =>
  page.getByRole("row").filter({ hasText: words });

it("who looked is found, filtered, printed and taken along", async () => {
  const kipus = await town.visit("kipus", "/skierowania");
  await kipus.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
  await kipus.getByRole("heading", { name: "Kto zajrzał" }).waitFor();
  await kipus
    .getByText(/^Odczyt: notatka koordynatora/)
    .first()
    .waitFor();
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
  await line(iod, "Odczyt").first().waitFor({ state: "detached" });
  expect(await printed.textContent()).toMatch(/SK\/\d{4}\/\d{5} · /);
  expect(await printed.textContent()).toContain("Prowadzi tę sprawę");

  // whoever it was, all that she did
  const [name = ""] = await printed.getByRole("button").allTextContents();
  await iod.getByRole("button", { name: "Pokaż wszystko" }).click();
  await iod.getByLabel(/^Kto/).fill(name.slice(0, 4));
  await iod.getByRole("button", { name: "Szukaj" }).click();
  await line(iod, "Irena Olcha").first().waitFor({ state: "detached" });
  await line(iod, "Odczyt: notatka koordynatora").first().waitFor();
  await photograph(iod, "dziennik");

  const download = iod.waitForEvent("download");
  await iod.getByRole("button", { name: "Pobierz CSV" }).click();
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toMatch(/^\uFEFFposition,at,account,/);
  expect(table).toContain(`,${name},KIPUS,`);
  await iod.reload();
  await line(iod, "Dziennik pobrany: według nazwiska").waitFor();
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
