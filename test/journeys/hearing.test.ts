// Plays R1 and O21: the representative of residents finds agenda, minutes and needs, and says something of one.
import { faultsOf } from "../support/axe.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const STEPS = "/siec/lsr-jarzebinow/kroki";

it("reads minutes that stand, and speaks for the residents", async () => {
  const ous = await town.visit("ous", STEPS);
  await ous
    .getByRole("button", { name: /^Pisz protokół/ })
    .first()
    .click();
  const form = ous.getByRole("dialog");
  await form.getByLabel("Protokół").fill("Ustalono dyżur w soboty.");
  expect(await faultsOf(ous)).toEqual([]);
  await form.getByRole("button", { name: "Zapisz" }).click();
  await form.waitFor({ state: "detached" });
  await ous.getByRole("button", { name: /^Zatwierdź protokół/ }).click();
  await form.getByRole("button", { name: "Zatwierdź protokół" }).click();
  await form.waitFor({ state: "detached" });

  const rep = await town.visit("rzecznik", "/start");
  await rep
    .getByRole("heading", { name: "Wypowiedz się w imieniu mieszkańców" })
    .waitFor();
  await rep.getByRole("heading", { name: "Najbliższe spotkania" }).waitFor();
  expect(await faultsOf(rep)).toEqual([]);
  await photograph(rep, "hearing", { fullPage: true });
  await rep.getByRole("link", { name: "LSR Jarzębinów", exact: true }).click();
  await rep.getByText("Protokół, zatwierdzony: dziś").click();
  await rep.getByText("Ustalono dyżur w soboty.").waitFor();
  await rep
    .getByRole("button", { name: /^Dodaj uwagę/ })
    .first()
    .click();
  const remark = rep.getByRole("dialog");
  await remark.getByLabel("Uwaga").fill("Wieczorem nie ma autobusu.");
  expect(await faultsOf(rep)).toEqual([]);
  await remark.getByRole("button", { name: "Wyślij uwagę" }).click();
  await remark.waitFor({ state: "detached" });
  await rep.getByText("Wieczorem nie ma autobusu.").waitFor();
  await photograph(rep, "hearing-remark", { fullPage: true });

  await ous.reload();
  await ous
    .getByRole("listitem")
    .filter({ hasText: "W imieniu mieszkańców: Wieczorem nie ma autobusu." })
    .first()
    .waitFor();
  expect(town.complaints()).toEqual([]);
});
