// Plays: each role begins where its work is, or on a page that says what it may see; a second centre sees nothing of the first.
import { isLive, openTown, photograph, type Town } from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it.each([
  // the language course had no place
  ["kipus2", "Szukaj usługi", "1 skierowanie bez miejsca: wybierz inne"],
  ["ous", "Oferta teraz", "1 szkic umowy do przedstawienia stronom"],
  ["dyrektor", "Oferta teraz", "1 umowa do uzgodnienia"],
  ["kis", "Moja oferta"],
  // the hub's own services, for those who keep their numbers
  ["cus", "Oferta CUS"],
  // an answer is awaited there
  ["fop", "Skierowania"],
])("%s begins at %s", async (login, title, waits = "") => {
  const page = await town.visit(login, "/");
  await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  const card = page.getByRole("region", { name: "Co teraz czeka" });
  if (waits) {
    await card.getByText(waits).waitFor();
    await card.getByRole("link").first().waitFor();
  }
  if (login === "kipus2") {
    await page
      .getByRole("link", { name: "Skierowania czeka na Ciebie 1 sprawa" })
      .waitFor();
    await card.getByText(waits).click();
    await page.getByRole("heading", { name: /^Kurs języka/ }).waitFor();
    await page.goto(`${town.url}/skierowania?stan=dalej`);
    await page.getByRole("button", { name: /^Wybierz inne miejsce/ }).waitFor();
    await photograph(page, "sent-next");
  }
  await page.context().close();
});

it.each([
  ["osl", "Usługi w sieci", "Szukaj usługi"],
  // a sheet waits there, and it is not the council that confirms it
  ["rada", "Nic teraz nie czeka na Twoją decyzję.", "Otwórz sieć"],
  ["rzecznik", "Ile jest wolnych miejsc i ile osób czeka.", "Otwórz sieć"],
  ["iod", "2 umowy przed podpisaniem, które otworzą", "A31 ·"],
  ["sysadmin", "Jakie usługi są w sieci", "Otwórz sieć"],
])(
  "%s begins where it says what may be seen: %s",
  async (login, sight, way) => {
    const page = await town.visit(login, "/");
    await page.getByRole("heading", { name: /^Dzień dobry, / }).waitFor();
    await page.getByRole("heading", { name: "Co możesz zobaczyć" }).waitFor();
    await page.getByText(sight).waitFor();
    await page.getByRole("link", { name: way }).first().waitFor();
    await page.getByText("Danych mieszkańców tu nie ma.").waitFor();
    await photograph(page, `start-${login}`);
    // the screens of others are not hers
    await page.goto(`${town.url}/oferta-teraz`);
    await page.getByRole("heading", { name: "Nie ma takiej strony" }).waitFor();
    // what the organiser of the community keeps is another's to play
    if (login !== "osl") {
      await page.goto(`${town.url}/oferta`);
      await page.waitForURL(/\/start$/);
    }
    await page.context().close();
  },
);

it("a partner is told what waits for it, and finds all places behind the last of eight", async () => {
  const page = await town.visit("mar", "/");
  await page.getByRole("link", { name: "2 umowy do podpisania" }).waitFor();
  const menu = page.getByRole("navigation", { name: "Menu" });
  await menu
    .getByRole("link", { name: "Umowy czekają na Ciebie 2 sprawy" })
    .waitFor();
  expect(await menu.locator("> ul > li").count()).toBe(8);
  await menu.getByText("Więcej").click();
  await menu.getByRole("link", { name: "Zasoby" }).click();
  await page.getByRole("heading", { name: "Zasoby", level: 1 }).waitFor();
  await menu.getByRole("link", { name: "Standardy" }).click();
  await page.getByRole("heading", { name: "Standardy", level: 1 }).waitFor();
  await page.context().close();
});

it("the data protection officer reads what agreements let travel, and no money", async () => {
  const page = await town.visit("iod", "/umowy");
  await page
    .getByRole("link", { name: /^A02 ·/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^A02 ·/, level: 1 }).waitFor();
  await page.getByRole("heading", { name: "Strony" }).waitFor();
  expect(await page.getByText("Kwota").count()).toBe(0);
  await photograph(page, "agreement-iod");
  // nor numbers of places, and then not that nobody waits
  await page.goto(`${town.url}/partnerzy?q=przy CUS`);
  await page.getByRole("link", { name: "przy CUS" }).click();
  const offer = page.getByRole("region", { name: "Oferta" });
  await offer.getByText("Trzeba poczekać").first().waitFor();
  expect(await offer.getByText("Czeka", { exact: true }).count()).toBe(0);
  expect(await page.getByText("jeszcze nie sprawdzano").count()).toBe(0);
  await page.context().close();
});

it("the people of Olchowo see nothing of Jarzębinów, and nothing reaches them", async () => {
  const hub = await town.visit("ous@olchowo.example", "/oferta-teraz");
  await isLive(hub);
  await hub.getByRole("row").nth(1).waitFor();
  expect(await hub.getByText("Jarzębin").count()).toBe(0);
  expect(await hub.getByText("KIS przy CUS").count()).toBe(0);

  const kipus = await town.visit("kipus@olchowo.example", "/szukaj?q=tartaku");
  await isLive(kipus);
  await kipus.getByText("Nie ma teraz takiej usługi.").waitFor();

  // a number of the other centre is as good as none
  const own = await town.visit("kipus", "/skierowania");
  await own.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
  await own.getByRole("heading", { name: "Szkoła dla dorosłych" }).waitFor();
  const { pathname } = new URL(own.url());
  await kipus.goto(town.url + pathname);
  await kipus
    .getByRole("heading", { name: "Nie ma takiego skierowania" })
    .waitFor();
});
