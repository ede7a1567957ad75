// Plays: an organisation prints what the network brought it, and the organiser sees the same with few people masked (stories P15, O20).
import { readFileSync } from "node:fs";

import { faultsOf } from "../support/axe.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

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
  expect(await partner.getByRole("button").count()).toBe(0);
  expect(await partner.getByText(/Stan na /).isVisible()).toBe(true);
  const paper = await partner.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  await partner.emulateMedia({ media: "screen" });
  await partner.getByLabel("Okres").selectOption({ index: 1 });
  await partner.getByText("W tym okresie nic tu nie ma").waitFor();
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
