// Plays stories O3 and P12 through the screen: an organisation adds a resource, another one asks for it, and the answer takes two taps; and what one organisation promises to several centres.
import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { lookAt } from "../support/look-at.js";
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

  await mine.getByText("obiecane").waitFor();
  // nothing comes back before its first day
  expect(await toMe.getByRole("button", { name: /^Zwrócono/ }).count()).toBe(0);
  // what was promised is called off, and who asked reads why
  await toMe.getByRole("button", { name: "Odwołaj: Łóżko" }).click();
  await owner.getByLabel("Dlaczego").fill("Łóżko jest w naprawie.");
  await owner.getByRole("button", { name: "Odwołaj", exact: true }).click();
  await mine.getByText("odwołano: Łóżko jest w naprawie.").waitFor();
  const file = asker.waitForEvent("download");
  await asker.getByRole("button", { name: "Pobierz spis (CSV)" }).click();
  expect((await file).suggestedFilename()).toBe("zasoby.csv");
});

/** The foundation works in the other municipality as well, and the same person keeps its offer there. */
async function worksInBoth(): Promise<void> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  await admin.query(`select set_config('splot.kind', 'system', false)`);
  await admin.query(
    `with there as (
       update partner set regon = (select regon from partner where short_name like 'Fundacja%Oddech%' limit 1)
       where name like 'Stowarzyszenie „Pomocna Dłoń”%' returning centre_id, id)
     insert into assignment (centre_id, id, account_id, partner_id, roles, started_at)
     select there.centre_id, gen_random_uuid(), a.id, there.id, '{PARTNER_EDITOR}', now()
     from there, account a where a.email = 'fop@jarzebinow.example'`,
  );
  await admin.query(
    `update service set name = 'Opieka wytchnieniowa w domu' where name = 'Opieka wytchnieniowa'`,
  );
  await admin.end();
}

it("is promised to two centres side by side, and set for the other without going there", async () => {
  await worksInBoth();
  const page = await town.visit("fop", "/oferta");
  await page.getByText(/^Miejsca dla: .*Jarzębin/).waitFor();
  await page.getByRole("link", { name: "Miejsca w kilku centrach" }).click();
  const care = page.getByRole("region", { name: "Opieka wytchnieniowa" });
  const there = care.getByRole("row", { name: /Olchow/ });
  await there.waitFor();
  await care.getByRole("row", { name: "We wszystkich centrach" }).waitFor();

  await there.getByRole("button", { name: /^Zmień: / }).click();
  const dialog = page.getByRole("dialog");
  const total = dialog.getByLabel(/^Ile jest razem/);
  await total.fill("-1");
  await dialog.getByRole("button", { name: "Zapisz" }).click();
  await dialog.getByText("Podaj liczbę od 0 do 100 000.").waitFor();
  await total.fill("130");
  await dialog.getByRole("button", { name: "Zapisz" }).click();
  await page
    .getByRole("status")
    .getByText(/Olchow.*: razem 130\./)
    .waitFor();
  await there.getByRole("cell", { name: "130", exact: true }).waitFor();
  // who refers in the other centre finds it there
  const seen = await town.ask<{
    viewer: {
      centre: { services: { nodes: { capacity: { total: number } }[] } };
    };
  }>(
    "ous@olchowo.example",
    `{ viewer { centre { services(filter: { text: "wytchnieniowa" }) { nodes { capacity { total } } } } } }`,
  );
  expect(seen.viewer.centre.services.nodes[0]?.capacity.total).toBe(130);

  expect(await lookAt(page, "miejsca-w-centrach")).toEqual([]);
  expect(town.complaints()).toEqual([]);
});
