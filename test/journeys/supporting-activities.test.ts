// Plays L1 on a phone: the organiser of the community registers what volunteers do, with its hours and places; coordinators and residents find it at once.
import {
  isLive,
  openTown,
  phone,
  photograph,
  type Town,
} from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("an activity of volunteers is registered, found, changed and rested by the organiser of the community (L1)", async () => {
  const activity = "Naprawiamy razem";
  const [osl, kipus, resident] = await Promise.all([
    town.visit("osl", "/oferta", phone),
    town.visit("kipus", "/szukaj?q=naprawiamy"),
    town
      .aBrowser({ ...phone, javaScript: false })
      .then((context) => context.newPage()),
  ]);
  await Promise.all([osl, kipus].map(isLive));
  await osl
    .getByRole("heading", { name: "Działania wspierające", level: 1 })
    .waitFor();
  // what the team of the centre keeps is not hers
  await osl.getByText("Klub Wolontariusza i pomoc sąsiedzka").first().waitFor();
  for (const work of ["Asystent rodziny", /^Praca socjalna/])
    expect(await osl.getByText(work).count()).toBe(0);

  await osl.getByRole("button", { name: "Dodaj działanie" }).click();
  const form = osl.getByRole("dialog", { name: "Nowe działanie wspierające" });
  await form.getByLabel("Nazwa").fill(activity);
  await form
    .getByLabel("Na czym polega")
    .fill("Sąsiedzi z narzędziami naprawiają to, co przyniesiesz.");
  await form.getByLabel("Obszar").selectOption({ index: 11 });
  for (const label of ["Grupa", "Forma"])
    await form.getByLabel(label).selectOption({ index: 1 });
  const ways = form.getByLabel("Jak się wchodzi");
  expect(await ways.getByRole("option").allTextContents()).toEqual([
    "bez zapisów",
    "wejściówka",
  ]);
  await form.getByLabel(/Ile/).fill("6");
  await photograph(osl, "supporting-new-phone", { fullPage: true });
  await form.getByRole("button", { name: "Dodaj działanie" }).click();
  await form.waitFor({ state: "detached" });

  const row = kipus.getByRole("listitem").filter({ hasText: activity });
  await kipus.getByRole("button", { name: "Ułóż na nowo (1 zmiana)" }).click();
  await row.getByText("6 wolnych miejsc").first().waitFor();
  await resident.goto(`${town.url}/uslugi/jarzebinow`);
  await resident.getByRole("searchbox").fill("naprawiamy");
  await resident.getByRole("button", { name: "Szukaj" }).click();
  await resident
    .getByRole("listitem")
    .filter({ hasText: activity })
    .getByText("Są wolne miejsca")
    .waitFor();

  await osl.getByRole("button", { name: `Zmień opis: ${activity}` }).click();
  const change = osl.getByRole("dialog");
  const hours = change.getByRole("group", { name: "Kiedy się odbywa" });
  await hours.getByRole("button", { name: "Dodaj godziny" }).click();
  await hours.getByRole("checkbox", { name: "sobota" }).check();
  await photograph(osl, "supporting-hours-phone", { fullPage: true });
  await change.getByRole("button", { name: "Zapisz zmiany" }).click();
  await change.waitFor({ state: "detached" });
  await osl
    .getByRole("button", { name: `O jedno wolne mniej: ${activity}` })
    .click();
  await row.getByText("5 wolnych miejsc").first().waitFor();
  await row.getByRole("button", { name: activity, exact: true }).click();
  await row.getByText("sobota 8:00–16:00").waitFor();

  await osl.getByRole("button", { name: `Wstrzymaj: ${activity}` }).click();
  await osl
    .getByRole("dialog")
    .getByRole("button", { name: "Wstrzymaj usługę" })
    .click();
  await row
    .getByText(/wstrzyman/)
    .first()
    .waitFor();
  await photograph(osl, "supporting-phone", { fullPage: true });
  expect(town.complaints()).toEqual([]);
}, 60_000);
