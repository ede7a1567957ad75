// Plays O2 and O7: the organiser narrows the bank of local services, takes it along as a table, sees numbers move, and asks whose numbers are old.
import { readFileSync } from "node:fs";

import { isLive, openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("the bank of services is narrowed by area, group, form, sphere, places and age, and taken along as it is shown (O2)", async () => {
  const page = await town.visit("ous", "/oferta-teraz");
  await isLive(page);
  const rows = page.getByRole("table", { name: "Usługi" }).getByRole("row");
  await page.getByLabel("Obszar").selectOption({ label: "Zdrowie" });
  await page.getByLabel("Forma").selectOption({ label: "indywidualna" });
  await page
    .getByLabel("Sfera życia")
    .selectOption({ label: "psychologiczna" });
  await page.getByLabel("Grupa", { exact: true }).selectOption({ index: 1 });
  await page.waitForURL(/obszar=.*forma=|forma=.*obszar=/);
  await rows.filter({ hasText: "Psychoterapia indywidualna" }).waitFor();
  await rows
    .filter({ hasText: "Terapia uzależnień – grupa" })
    .waitFor({ state: "detached" });
  await photograph(page, "bank-narrowed");
  const taking = page.waitForEvent("download");
  await page.getByRole("button", { name: "Pobierz tabelę" }).click();
  const download = await taking;
  expect(download.suggestedFilename()).toBe("uslugi.csv");
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFUsługa,Organizacja,Typ,Obszar,/);
  // the head, and a last line without anything
  expect(lines).toHaveLength((await rows.count()) + 1);
  const psychotherapy = lines.find((line) =>
    line.startsWith("Psychoterapia indywidualna,"),
  );
  expect(psychotherapy).toContain("poniedziałek, wtorek, czwartek 12:00–20:00");
  expect(psychotherapy).toContain("Zdrowie");

  for (const [view, name] of [
    ["Bez wolnych", "Warsztaty psychoedukacyjne"],
    ["Nieświeże", "Targi pracy"],
  ] as const) {
    await page.goto(`${town.url}/oferta-teraz`);
    await page.getByRole("link", { name: view, exact: true }).click();
    await rows.nth(1).waitFor();
    if (view === "Bez wolnych") await rows.filter({ hasText: name }).waitFor();
  }
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("a change of places is there at once, and whose numbers are old is asked with one tap (O7)", async () => {
  const [ous, partner] = await Promise.all([
    town.visit("ous", "/oferta-teraz?widok=nieswieze"),
    town.visit("kis", "/oferta"),
  ]);
  await Promise.all([ous, partner].map(isLive));
  const ask = ous.getByRole("button", { name: /^Poproś o potwierdzenie: / });
  await ask.first().click();
  await ous
    .getByText(/^Poproszono dziś, /)
    .first()
    .waitFor();
  await photograph(ous, "bank-asked");
  await ous.goto(`${town.url}/oferta-teraz?q=komputera`);
  await isLive(ous);
  const row = ous.getByRole("row").filter({ hasText: "ABC obsługi komputera" });
  await row.waitFor();
  await partner
    .getByRole("button", {
      name: "O jedno wolne więcej: Edukacja ogólnorozwojowa: ABC obsługi komputera",
    })
    .click();
  await row.getByText(/^Zmiana na żywo, /).waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);
