// Plays stories O3 and P12 through the screen: an organisation adds a resource, another one asks for it, and the answer takes two taps.
import { faultsOf } from "../support/axe.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const dayAfter = (days: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" }).format(
    new Date(Date.now() + days * 86_400_000),
  );

it("is added by one organisation, asked for by another and agreed", async () => {
  const owner = await town.visit("fop", "/oferta");
  await owner.getByRole("link", { name: "Zasoby do pożyczenia" }).click();
  await owner.getByRole("button", { name: "Dodaj zasób" }).click();
  const form = owner.getByRole("dialog");
  await form.getByLabel("Rodzaj").selectOption("EQUIPMENT");
  await form.getByLabel("Nazwa zasobu").fill("Łóżko rehabilitacyjne");
  await form.getByLabel("Opis i warunki").fill("Dzwonić: 600 100 200");
  await form.getByRole("button", { name: "Zapisz zasób" }).click();
  await form
    .getByRole("alert")
    .getByText("To wygląda na numer PESEL albo telefon.")
    .waitFor();
  await form.getByLabel("Opis i warunki").fill("Z dowozem po mieście.");
  await form.getByRole("button", { name: "Zapisz zasób" }).click();
  await form.waitFor({ state: "detached" });
  await owner.getByRole("button", { name: "Zmień: Łóżko" }).waitFor();

  const asker = await town.visit("kis", "/zasoby?q=lozko");
  await asker.getByRole("button", { name: "Poproś: Łóżko" }).click();
  const dialog = asker.getByRole("dialog");
  await dialog.getByLabel("Od dnia").fill(dayAfter(3));
  await dialog.getByLabel("Do dnia").fill(dayAfter(9));
  await dialog.getByLabel("Na co").fill("Na czas remontu.");
  expect(await faultsOf(asker)).toEqual([]);
  await dialog.getByRole("button", { name: "Wyślij prośbę" }).click();
  await dialog.waitFor({ state: "detached" });
  const mine = asker.getByRole("region", { name: "Nasze prośby" });
  await mine.getByText("czeka na odpowiedź").waitFor();

  await owner.goto(`${town.url}/zasoby`);
  const toMe = owner.getByRole("region", { name: "Prośby do nas" });
  await toMe.getByText("Na czas remontu.").waitFor();
  await photograph(owner, "prosba-o-zasob");
  await toMe.getByRole("button", { name: "Zgoda: Łóżko" }).click();
  await toMe.getByText("obiecane").waitFor();

  await asker.goto(`${town.url}/zasoby`);
  await mine.getByText("obiecane").waitFor();
  const file = asker.waitForEvent("download");
  await asker.getByRole("button", { name: "Pobierz spis (CSV)" }).click();
  expect((await file).suggestedFilename()).toBe("zasoby.csv");
});
