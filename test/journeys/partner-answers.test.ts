// Plays: a partner's day on a phone (ux 4.1, 4.2, 5.1, 5.8) and the same by keyboard alone at a desk.
import { faultsOf } from "../support/axe.js";
import { refer, setTotal } from "../support/elsewhere.js";
import {
  demoPassword,
  isFocused,
  isLive,
  openTown,
  phone,
  photograph,
  titled,
  type Town,
} from "../support/visitor.js";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it("on a phone: places in two taps, undone, moved by others, and the rest confirmed", async () => {
  const page = await town.visit("kis", "/oferta", phone);
  await isLive(page);
  const service = "Doradztwo zawodowe grupowe";
  const free = page.getByRole("group", { name: `Wolne miejsca: ${service}` });
  const row = page.getByRole("listitem").filter({ has: free });

  await free.getByRole("button", { name: "O jedno wolne więcej" }).click();
  await row.getByText("Było 5, jest 6 wolnych miejsc.").waitFor();
  await row.getByText("Zapisano: razem jest teraz 13 miejsc.").waitFor();
  await photograph(page, "live-offer-phone");
  await row.getByRole("button", { name: "Cofnij" }).click();
  await row.getByText("Cofnięte. Jest 5 wolnych miejsc.").waitFor();

  // somebody came in without a referral, and meanwhile a coordinator took a place
  await free.getByRole("button", { name: "O jedno wolne mniej" }).click();
  await row.getByText("Zapisano: ktoś przyszedł bez skierowania.").waitFor();
  await refer(town, "kipus2", service);
  await free.getByText("3", { exact: true }).waitFor();
  // the number is no longer the one that the tap left: nothing of it to take back
  await row
    .getByRole("button", { name: "Cofnij" })
    .waitFor({ state: "detached" });

  await page
    .getByRole("button", { name: "Potwierdź pozostałe bez zmian" })
    .click();
  await page.getByText(/^1[12] liczb jest potwierdzonych, /).waitFor();
}, 60_000);

it("on a phone: an undo is refused kindly where the screen has missed a change; Tab follows the eye", async () => {
  const page = await town.visit("mdk", "/oferta", phone);
  let isDeaf = false;
  await page.routeWebSocket("**/graphql", (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!isDeaf) socket.send(message);
    });
  });
  await page.reload();
  await isLive(page);
  const service = "Świetlica wiejska / klub mieszkańca w Dębinie";
  const free = page.getByRole("group", { name: `Wolne miejsca: ${service}` });
  const row = page.getByRole("listitem").filter({ has: free });
  await page
    .getByRole("button", { name: /^Pokaż pozostał/ })
    .or(free)
    .first()
    .waitFor();
  const more = page.getByRole("button", { name: /^Pokaż pozostał/ });
  if (await more.isVisible()) await more.click();
  await free.getByRole("button", { name: "O jedno wolne więcej" }).click();
  await row.getByText("Było 15, jest 16 wolnych miejsc.").waitFor();

  isDeaf = true;
  await refer(town, "kipus2", service);
  await row.getByRole("button", { name: "Cofnij" }).click();
  await row
    .getByText("W tym czasie liczba się zmieniła. Jest 15 wolnych miejsc.")
    .waitFor();

  const tabs = page.getByRole("navigation").getByRole("listitem");
  expect(await tabs.allInnerTexts()).toEqual([
    "Oferta",
    "Skierowania",
    "Partnerzy",
    "Więcej",
  ]);
  await tabs.getByRole("link", { name: "Oferta" }).focus();
  await page.keyboard.press("Tab");
  await isFocused(tabs.getByRole("link", { name: /Skierowania/ }));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const further = page
    .getByRole("navigation")
    .getByRole("group")
    .getByRole("link");
  await further.first().waitFor();
  expect(await further.allInnerTexts()).toEqual([
    "Umowy",
    "Sieć",
    "Standardy",
    "Nasz wkład",
    "Programy",
    "Zasoby",
    "Ludzie",
  ]);
  await photograph(page, "wiecej-phone");
  await page.keyboard.press("Escape");
  expect(await further.count()).toBe(0);
  await page.keyboard.press("Enter");
  await further.filter({ hasText: "Umowy" }).click();
  await page.getByRole("heading", { name: "Umowy", level: 1 }).waitFor();
  await further.first().waitFor({ state: "hidden" });
}, 60_000);

it("on a phone: at the door a scanned card is used with one more tap, once, and its coordinator sees it at once", async () => {
  const service = "Bezpłatne wejścia na wystawy i spektakle (karta mieszkańca)";
  const card = await refer(town, "kipus2", service);
  const course = `/skierowania/${card.number.replaceAll("/", "-")}`;
  const coordinator = await town.visit("kipus2", course);
  await isLive(coordinator);
  // her phone has forgotten who she is: she scans once, signs in, and the card is looked at
  const page = await (await town.aBrowser(phone)).newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${town.url}/drzwi#${card.tokenCode}`);
  await page.getByLabel("Służbowy e-mail").fill("mdk@jarzebinow.example");
  await page.getByLabel("Hasło", { exact: true }).fill(demoPassword);
  expect(page.url()).not.toContain(card.tokenCode);
  await page.keyboard.press("Enter");
  await page.getByText("Karta jest ważna.").waitFor();
  await page.getByText(`1 wejściówka, ${card.number}`).waitFor();
  await photograph(page, "przy-drzwiach-phone");
  await page.getByRole("button", { name: "Użyj kodu" }).click();
  await page.getByText("Kod użyty, wejściówka wydana.").waitFor();
  await coordinator
    .getByText("Kod z karty użyto przy drzwiach: dziś, ")
    .waitFor();

  await page.getByRole("button", { name: "Następna karta" }).click();
  const field = page.getByLabel("Kod z karty");
  await isFocused(field);
  await field.fill(card.tokenCode.toLowerCase());
  await page.getByRole("button", { name: "Sprawdź kod" }).click();
  await page.getByText("Ten kod był już użyty.").waitFor();
  expect(await page.getByRole("button", { name: "Użyj kodu" }).count()).toBe(0);
  expect(page.url()).toMatch(/\/drzwi$/);
  // a code is told by body alone: behind the # no server hears of it
  expect(
    asked.filter((url) => url.split("#")[0]?.includes(card.tokenCode)),
  ).toEqual([]);
  const kept = await page.evaluate<string>(
    "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])",
  );
  expect(kept.toUpperCase()).not.toContain(card.tokenCode);
  await page.getByRole("link", { name: "Skierowania" }).first().click();
  await page.getByRole("link", { name: "Przy drzwiach" }).waitFor();
}, 60_000);

it("on a phone: the inbox answers no with a reason, puts into the queue, starts with its paper, ends", async () => {
  const declined = await refer(
    town,
    "kipus",
    "Akademia Zdrowia, Sportu i Rekreacji",
  );
  const queued = await refer(town, "kipus", "Samopomocowa grupa wsparcia");
  const page = await town.visit("kis", "/skierowania", phone);
  await isLive(page);
  await titled(page, "(3) ");

  await page.getByRole("link", { name: declined.number }).click();
  await page.getByText(declined.tokenCode).waitFor();
  await page.getByRole("button", { name: "Brak możliwości przyjęcia" }).click();
  const sheet = page.getByRole("dialog", { name: "Brak możliwości przyjęcia" });
  await sheet.getByRole("button", { name: "Wyślij odpowiedź" }).click();
  await sheet.getByRole("alert").getByText("Wybierz powód.").waitFor();
  await sheet.getByRole("radio", { name: "Nie mamy miejsca" }).check();
  // closing the service is hers to choose, and both numbers stand there
  await sheet
    .getByRole("checkbox", {
      name: /wolne: 4 miejsca, zatrzymane dla tego skierowania: 1 miejsce/,
      checked: false,
    })
    .waitFor();
  await photograph(page, "live-decline-phone");
  await sheet.getByRole("button", { name: "Wyślij odpowiedź" }).click();
  await page.getByText("Odpowiedź wysłana.").waitFor();
  await titled(page, "(2) ");

  await page.getByRole("link", { name: "Wszystkie skierowania" }).click();
  await page.getByRole("link", { name: queued.number }).click();
  // what is missing is asked before anything is answered, and answered by the coordinator, while the clock stands
  await page.getByRole("button", { name: "Brak możliwości przyjęcia" }).click();
  await page
    .getByRole("button", { name: "Zapytaj CUS, zanim odpowiesz" })
    .click();
  const question = page.getByRole("dialog", { name: "Zapytaj CUS" });
  await question.getByRole("button", { name: "Wyślij pytanie" }).click();
  await question.getByText("Wybierz, czego brakuje.").first().waitFor();
  await question.getByRole("checkbox", { name: "Dni i godziny" }).check();
  // what looks like an illness is asked about first, and put right
  await question.getByLabel("O co pytasz").fill("Czy chodzi do psychiatry?");
  await question.getByRole("button", { name: "Wyślij pytanie" }).click();
  const doubt = page.getByRole("dialog", { name: "Zostawić te słowa?" });
  await doubt.getByText("o zdrowiu: „psychiatry”").waitFor();
  await photograph(page, "live-ask-sensitive-phone");
  expect(await faultsOf(page)).toEqual([]);
  await doubt.getByRole("button", { name: "Popraw" }).click();
  const marked = question.getByLabel("O co pytasz");
  expect(await marked.getAttribute("aria-invalid")).toBe("true");
  await marked.fill("Czy pasują wtorki?");
  expect(await marked.getAttribute("aria-invalid")).toBeNull();
  await photograph(page, "live-ask-phone");
  expect(await faultsOf(page)).toEqual([]);
  await question.getByRole("button", { name: "Wyślij pytanie" }).click();
  await page.getByRole("heading", { name: "Pytania" }).waitFor();
  const kipus = await town.visit("kipus", "/skierowania");
  await isLive(kipus);
  await kipus
    .getByRole("link", { name: "Samopomocowa grupa wsparcia" })
    .first()
    .click();
  await kipus
    .getByRole("heading", { name: "Partner pyta. Odpowiedz niżej." })
    .waitFor();
  await kipus.getByText("Czy pasują wtorki?").waitFor();
  await photograph(kipus, "live-question");
  expect(await faultsOf(kipus)).toEqual([]);
  await kipus.getByLabel("Odpowiedź").fill("Tak, po 15.");
  await kipus.getByRole("button", { name: "Odpowiedz" }).click();
  await page.getByText("Tak, po 15.").waitFor();
  await photograph(page, "live-answer-phone");
  await page.getByRole("button", { name: "Do kolejki" }).click();
  await page
    .getByRole("dialog", { name: "Do kolejki" })
    .getByRole("button", { name: "Wpisz do kolejki" })
    .click();
  await page.getByText("W kolejce. CUS widzi").waitFor();
  await page.getByRole("button", { name: "Zaproponuj miejsce" }).click();
  await page.getByText(/Miejsce jest zaproponowane/).waitFor();
  // one tap says that it is not needed any more
  await kipus
    .getByRole("heading", { name: "Jest miejsce. Potwierdź je." })
    .waitFor();
  await photograph(kipus, "live-offered");
  await kipus.getByRole("button", { name: "Już niepotrzebne" }).click();
  await page.getByText(/CUS wycofał to skierowanie/).waitFor();

  // the demo's 0106: accepted, and cannot start; what the person lacks is the news
  await kipus.getByRole("link", { name: "Skierowania" }).first().click();
  const lacking = kipus
    .getByRole("listitem")
    .filter({ hasText: "JAR-2026-0106" });
  await lacking.getByText("Brakuje pisma").waitFor();
  await lacking.getByRole("link").click();
  await kipus
    .getByRole("heading", { name: "Przyjęte, ale brakuje pisma." })
    .waitFor();
  await kipus.getByText("Pomóż tej osobie je zdobyć.").waitFor();
  const clinic = await town.visit("zpo", "/skierowania", phone);
  await clinic
    .getByRole("link", { name: "Rehabilitacja i fizjoterapia" })
    .click();
  await clinic.getByRole("button", { name: "Rozpocznij" }).click();
  // she is awaited on another day, which would be lost
  await clinic
    .getByRole("dialog", { name: "Rozpocząć przed terminem?" })
    .getByRole("button", { name: "Rozpocznij" })
    .click();
  const paper = clinic.getByRole("dialog", { name: "Rozpocznij" });
  await paper.getByRole("button", { name: "Rozpocznij" }).click();
  await paper.getByText("Wpisz numer dokumentu.").waitFor();
  await paper.getByLabel("Numer decyzji albo skierowania").fill("SU/77/2026");
  await paper.getByRole("button", { name: "Rozpocznij" }).click();
  await clinic.getByText("Zaczęte. Miejsce jest zajęte.").waitFor();
  await kipus.getByRole("heading", { name: "Usługa trwa." }).waitFor();
  await clinic.getByRole("button", { name: "Wstrzymaj" }).click();
  const pause = clinic.getByRole("dialog", { name: "Wstrzymać usługę?" });
  await pause.getByLabel("Powód").selectOption("PROVIDER_BREAK");
  await pause.getByLabel("Kiedy ruszy znowu").fill("2027-06-01");
  await photograph(clinic, "live-suspend-phone");
  expect(await faultsOf(clinic)).toEqual([]);
  await pause.getByRole("button", { name: "Wstrzymaj" }).click();
  await clinic.getByText("Przerwa u usługodawcy").first().waitFor();
  await photograph(clinic, "live-paused-phone");
  await clinic.getByRole("button", { name: "Wznów usługę" }).click();
  await clinic.getByRole("button", { name: "Zakończ" }).click();
  const end = clinic.getByRole("dialog", { name: "Zakończyć usługę?" });
  await end.getByLabel("Ile było wizyt").fill("8");
  await end.getByRole("button", { name: "Zakończ" }).click();
  await clinic.getByText("Zakończone. Dziękujemy.").waitFor();
}, 60_000);

it("at a desk by keyboard alone: the offer, the list, the answer", async () => {
  await setTotal(town, "rdz", "Warsztat savoir-vivre i autoprezentacji", 14);
  const { number } = await refer(
    town,
    "kipus",
    "Warsztat savoir-vivre i autoprezentacji",
  );
  const page = await town.visit("rdz", "/oferta");
  await isLive(page);
  const free = page.getByRole("group", {
    name: "Wolne miejsca: Usługi integracyjne",
  });
  const more = free.getByRole("button", { name: "O jedno wolne więcej" });
  await more.focus();
  await page.keyboard.press("ArrowUp");
  await page.getByText("Było 4, jest 5 wolnych miejsc.").waitFor();
  await isFocused(more);
  await page.keyboard.press("Control+z");
  await page.getByText("Cofnięte. Są 4 wolne miejsca.").waitFor();
  await isFocused(more);

  await page.keyboard.press("g");
  await page.keyboard.press("s");
  const item = page.getByRole("link", { name: number });
  await item.waitFor();
  await item.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await isFocused(item);
  await page.keyboard.press("Enter");
  await isFocused(page.getByRole("heading", { level: 1 }));
  await page.keyboard.press("p");
  await page.getByText("Przyjęte. Zarezerwowane: 1 miejsce.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Wybierz skierowanie z listy.").waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);
