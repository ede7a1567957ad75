// Plays: a freed place becomes a referral before everybody's eyes (issue 2, done when 2); the live demo of domain 5.7.
import {
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

/** Printed, not asserted: two cores may be busy with other tests. */
function tell(what: string, since: number) {
  const after = Math.round(performance.now() - since);
  process.stdout.write(`${what} after ${String(after)} ms\n`);
}

it("a full service is said anew (P1), rests, goes on, is withdrawn and comes back (P1) and gets a place: seen, referred to, rung, opened, accepted, taken", async () => {
  const was = "Zatrudnienie subsydiowane";
  const service = `${was} z opiekunem`;
  const [partner, kipus, other, ous] = await Promise.all([
    town.visit("tar", "/oferta"),
    town.visit("kipus", "/szukaj?q=subsydiowane"),
    town.visit("kipus2", "/szukaj?q=subsydiowane"),
    town.visit("ous", "/oferta-teraz"),
  ]);
  await Promise.all([partner, kipus, other, ous].map(isLive));
  await kipus.getByRole("button", { name: `Do kolejki: ${was}` }).waitFor();

  // the partner says what it is, and whoever looks for it reads it anew
  await partner.getByRole("button", { name: `Zmień opis: ${was}` }).click();
  const form = partner.getByRole("dialog");
  await form.getByLabel("Nazwa").fill(service);
  await form.getByLabel("opieka w czasie zajęć").check();
  await form.getByLabel("pętla indukcyjna").check();
  await form.getByLabel("osoby długo bez pracy").check();
  await form.getByLabel("Od ilu lat").fill("18");
  await form.getByLabel("Kto może przyjść").fill("Mieszkańcy gminy.");
  const said = form.getByRole("group", { name: "Kiedy się odbywa" });
  await said.getByRole("button", { name: "Dodaj godziny" }).click();
  for (const day of ["wtorek", "czwartek"])
    await said.getByRole("checkbox", { name: day }).check();
  await said.getByLabel("Od", { exact: true }).fill("16:00");
  await said.getByLabel("Do", { exact: true }).fill("18:30");
  await said.getByRole("button", { name: "Dodaj godziny" }).click();
  const second = said.getByRole("group", { name: "Godziny 2" });
  await second.getByRole("checkbox", { name: "sobota" }).check();
  await second.getByLabel("Jak często").selectOption("-1");
  await photograph(partner, "change-service");
  await form.getByRole("button", { name: "Zapisz zmiany" }).click();
  await form.waitFor({ state: "detached" });
  const queue = { name: `Do kolejki: ${service}` };
  await kipus.getByRole("button", queue).waitFor();
  // what makes it easier to come narrows the search, all of it at once
  await kipus.reload();
  for (const name of ["wieczorem", "opieka w czasie zajęć", "pętla indukcyjna"])
    await kipus.getByRole("checkbox", { name }).click();
  await kipus.getByRole("button", queue).waitFor();
  await kipus
    .getByRole("checkbox", { name: "dostępne dla wózka" })
    .waitFor({ state: "detached" });
  // what stands there until the next answer is whole closes with it
  await kipus.locator('[aria-busy="true"]').waitFor({ state: "detached" });
  await kipus.getByRole("button", { name: service, exact: true }).click();
  await kipus.getByText("wtorek, czwartek 16:00–18:30").waitFor();
  await kipus
    .getByText("osoby długo bez pracy · od 18 lat · Mieszkańcy gminy.")
    .waitFor();
  await kipus.getByText("ostatnia sobota miesiąca 8:00–16:00").waitFor();
  await photograph(kipus, "search-eases");
  await kipus.goto(`${town.url}/szukaj?q=subsydiowane`);
  await isLive(kipus);
  await other.getByRole("button", queue).waitFor();

  // it rests until a day, and goes on: nobody is kept in the dark
  await partner.getByRole("button", { name: `Wstrzymaj: ${service}` }).click();
  await form.getByLabel("Kiedy usługa wraca").fill("2027-01-05");
  await form.getByRole("button", { name: "Wstrzymaj usługę" }).click();
  await form.waitFor({ state: "detached" });
  await kipus.getByText("Ta usługa jest wstrzymana do 5 stycznia").waitFor();
  await photograph(partner, "live-paused");
  await photograph(kipus, "live-paused-search");
  await partner.getByRole("button", { name: `Wznów: ${service}` }).click();
  await kipus.getByRole("button", queue).waitFor();

  // the partner: one tap
  const raised = performance.now();
  await partner
    .getByRole("button", { name: `O jedno wolne więcej: ${service}` })
    .click();
  const refer = kipus.getByRole("button", { name: `Skieruj: ${service}` });
  await refer.waitFor();
  tell("the raised place is on the coordinator's screen", raised);
  await other.getByRole("button", { name: `Skieruj: ${service}` }).waitFor();

  // the coordinator: the second and the third click
  await refer.click();
  const dialog = kipus.getByRole("dialog");
  const send = dialog.getByRole("button", { name: "Wyślij skierowanie" });
  await isFocused(send);
  await photograph(kipus, "live-refer");
  const sent = performance.now();
  await send.click();
  await titled(partner, "(1) ");
  tell("the referral rings in the partner's tab", sent);
  await dialog.getByText("Zapisano i wysłano.").waitFor();
  const title = await dialog.getByRole("heading", { level: 2 }).textContent();
  const number = /SK\/\d{4}\/\d{5}/.exec(title ?? "")?.[0] ?? "";
  await dialog.getByRole("link", { name: "Zobacz przebieg" }).click();
  await kipus.getByRole("heading", { name: "Czekamy na odpowiedź." }).waitFor();

  // nobody else can have it, and the hub knows that nobody has opened it yet
  await other.getByRole("button", queue).waitFor();
  await ous.getByText(`${service}, Tartak`).waitFor();

  // the partner opens and accepts
  await partner.getByRole("link", { name: /^Skierowania/ }).click();
  await partner.getByRole("link", { name: number }).click();
  await kipus.getByText("Otwarte przez partnera").waitFor();
  await ous.getByText(`${service}, Tartak`).waitFor({ state: "detached" });
  await photograph(partner, "live-inbox");
  // the hours of the service suggest a first date; it comes later all the same
  const dates = partner.getByRole("group", {
    name: "Z godzin tej usługi wynikają terminy:",
  });
  await dates.getByRole("button").nth(2).waitFor();
  await dates.getByRole("button").first().click();
  const first = await partner.getByLabel("Godzina").inputValue();
  expect(["16:00", "08:00"]).toContain(first);
  await photograph(partner, "accept-suggested");
  await partner.getByLabel("Dzień").fill("");
  await partner.getByLabel("Godzina").fill("");
  await partner.getByRole("button", { name: "Przyjmij" }).click();
  await partner.getByText("Przyjęte. Zarezerwowane: 1 miejsce.").waitFor();
  await titled(partner, "SK/");
  // a referral alone does not begin it: the law asks for a paper
  await kipus
    .getByRole("heading", { name: "Przyjęte, ale brakuje pisma." })
    .waitFor();
  await ous.getByText(`${number}, ${service}: Przyjęte`).waitFor();
  await photograph(kipus, "live-course");

  // it is offered no more, what was accepted is finished; and it comes back
  await partner.getByRole("link", { name: "Moja oferta" }).click();
  await partner.getByRole("button", { name: `Wstrzymaj: ${service}` }).click();
  await form.getByRole("button", { name: "Wycofaj ją z oferty" }).click();
  await form
    .getByLabel(`${number}: Przyjęte – umów termin`)
    .selectOption("Dokończymy je");
  await photograph(partner, "live-withdraw");
  await form.getByRole("button", { name: "Wycofaj usługę" }).click();
  await form.waitFor({ state: "detached" });
  await other.getByText("Organizacja wycofała tę usługę.").waitFor();
  await partner.getByText("Wycofane usługi: 1").click();
  await photograph(partner, "live-withdrawn", { fullPage: true });
  await partner.getByRole("button", { name: `Przywróć: ${service}` }).click();
  await other.getByRole("button", queue).waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("the live demo: a thirteenth place goes to the first of the queue and is confirmed", async () => {
  const service = "Warsztaty psychoedukacyjne (asertywność, stres, cele)";
  const [partner, kipus, ous] = await Promise.all([
    town.visit("kis", "/oferta"),
    town.visit("kipus", "/skierowania"),
    town.visit("ous", "/oferta-teraz"),
  ]);
  await Promise.all([partner, kipus, ous].map(isLive));
  await kipus.getByRole("link", { name: service }).click();
  await kipus.getByRole("heading", { name: /W kolejce, miejsce 1/ }).waitFor();
  await ous
    .getByRole("searchbox")
    .or(ous.getByLabel("Usługa albo partner"))
    .fill("psychoedukacyjne");
  const row = ous.getByRole("row", { name: service });
  await row.getByText("czekają 4 osoby").first().waitFor();

  const free = partner.getByRole("group", {
    name: `Wolne miejsca: ${service}`,
  });
  await free.getByText("0", { exact: true }).waitFor();
  await free.getByRole("button", { name: "O jedno wolne więcej" }).click();
  await partner.getByText("Było 0, jest 1 wolne miejsce.").waitFor();
  // the slip of a finger is taken back before anybody is offered anything
  await partner
    .getByText(/za pół minuty zaproponujemy to pierwszej osobie/)
    .waitFor();
  await photograph(partner, "live-offer-queue");
  await partner.getByRole("button", { name: "Cofnij" }).click();
  await partner.getByText("Cofnięte. Jest 0 wolnych miejsc.").waitFor();
  await kipus.getByRole("heading", { name: /W kolejce, miejsce 1/ }).waitFor();
  await free.getByRole("button", { name: "O jedno wolne więcej" }).click();
  await partner.getByText("Było 0, jest 1 wolne miejsce.").waitFor();
  // nobody has to wait for it: it may be offered by hand
  await partner
    .getByRole("button", { name: "Zaproponuj pierwszej osobie" })
    .click();
  await titled(kipus, "(1) ");
  await kipus
    .getByRole("heading", { name: "Jest miejsce. Potwierdź je." })
    .waitFor();
  await kipus.getByRole("button", { name: "Potwierdź miejsce" }).click();
  await kipus
    .getByRole("heading", { name: "Przyjęte. Miejsce jest zarezerwowane." })
    .waitFor();

  await free.getByText("0", { exact: true }).waitFor();
  await row.getByText("czekają 3 osoby").first().waitFor();
  await ous.getByText(/SK\/\d{4}\/00112, .*: Przyjęte/).waitFor();
  await ous.evaluate("window.scrollTo(0, 0)");
  await photograph(ous, "live-board");
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("an emergency goes out in one press, and on by itself where nobody can take her; then the next is sent by hand (K6)", async () => {
  const service = "Interwencja kryzysowa (punkt 24 h)";
  const [kipus, partner, another] = await Promise.all([
    town.visit("kipus3", "/skierowania"),
    town.visit("pcpr", "/skierowania"),
    town.visit("kipus2", "/nagle"),
  ]);
  await Promise.all([kipus, partner, another].map(isLive));
  // the demo's 0103: what nobody has opened, and is due in three hours, stands before all else
  const group = kipus.locator("main section").first();
  await group
    .getByRole("heading", { name: "Nagłe: czekają na odpowiedź" })
    .waitFor();
  const due = group.getByRole("listitem").filter({ hasText: "JAR-2026-0103" });
  await due.getByText("Opieka wytchnieniowa w domu").waitFor();
  await due.getByText(/^jeszcze\s[23]\sgodz/).waitFor();
  await kipus.getByRole("link", { name: "Nagłe", exact: true }).click();
  const row = kipus
    .getByRole("listitem")
    .filter({ has: kipus.getByRole("heading", { name: service }) });
  await row.getByRole("link", { name: /Dzwoń teraz/ }).waitFor();
  // nothing of another need goes out by itself: she says where to next
  await row.getByText("Bez planu awaryjnego").click();
  await row.getByText(/Żadna inna usługa tego samego rodzaju/).waitFor();
  const plan = row.getByRole("button", { name: /^Dodaj do planu: / });
  await plan.first().click();
  await plan.first().click();
  await row
    .getByText("Jeśli nie odpowiedzą, wyślemy dalej: 2 usługi")
    .waitFor();
  await row
    .getByRole("button", { name: `Wyślij nagłe skierowanie: ${service}` })
    .click();
  // wherever the row goes, the keyboard and the eye stand at what was sent
  const news = kipus.getByRole("region", { name: "Wysłano nagłe skierowanie" });
  await news.getByText(service).waitFor();
  await isFocused(news);
  // what is awaited stands on the same screen, with its time and what comes next
  const awaited = kipus
    .getByRole("region", { name: "Czekamy na odpowiedź" })
    .getByRole("listitem")
    .filter({ hasText: service });
  await awaited.getByText(/^jeszcze\s[34]\sgodz/).waitFor();
  await awaited.getByRole("button", { name: "Wyślij plan awaryjny" }).waitFor();
  await awaited.getByRole("link", { name: /Dzwoń teraz/ }).waitFor();
  await photograph(kipus, "emergency");

  await partner.getByRole("link", { name: service }).click();
  await partner
    .getByRole("button", { name: "Brak możliwości przyjęcia" })
    .click();
  await partner.getByRole("radio", { name: "Nie mamy miejsca" }).check();
  await partner.getByRole("button", { name: "Wyślij odpowiedź" }).click();

  // nobody presses anything: the next of her list is waited for
  await awaited.waitFor({ state: "detached" });
  // another coordinator's open page learns it too
  await another
    .getByRole("region", { name: "Mają miejsce, ale teraz to niepewne" })
    .getByRole("listitem")
    .filter({ has: another.getByRole("heading", { name: service }) })
    .getByText(/organizacja odpowiedziała, że nie ma miejsca/)
    .waitFor();
  // no place, though some stand there free: the organiser is told of the contradiction
  const ous = await town.visit("ous", "/oferta-teraz");
  const doubted = ous.locator("section").filter({
    has: ous.getByRole("heading", { name: "Brak miejsca mimo wolnych" }),
  });
  await doubted.getByText(service).waitFor();
  await photograph(ous, "board-doubted");
  const next = kipus
    .getByRole("region", { name: "Czekamy na odpowiedź" })
    .getByRole("listitem")
    .filter({ hasText: "Wyślij plan awaryjny" });
  // what was not taken is said, and that the next went out by her list; nobody promises there a place any more
  const notTaken = kipus
    .getByRole("region", { name: "Nie udało się w ostatnich godzinach" })
    .getByRole("listitem")
    .filter({ hasText: service });
  await notTaken.getByText("nie mamy miejsca").waitFor();
  await notTaken.getByText("Plan awaryjny sam wysłał dalej:").waitFor();
  await kipus
    .getByRole("region", { name: "Mają miejsce, ale teraz to niepewne" })
    .getByRole("heading", { name: service })
    .waitFor();
  await photograph(kipus, "emergency-not-taken", { fullPage: true });
  await next.getByRole("button", { name: "Wyślij plan awaryjny" }).click();
  await kipus.getByRole("button", { name: "Wycofaj i wyślij" }).click();
  await kipus.getByRole("dialog").waitFor({ state: "detached" });
  await next.waitFor({ state: "detached" });

  // the demo's 0103 again: a draft that nothing holds back is sent, and leaves the list
  await kipus.goto(`${town.url}/skierowania/SK-2026-00121`);
  await kipus.getByRole("button", { name: "Wyślij to skierowanie" }).click();
  const dialog = kipus.getByRole("dialog");
  await photograph(kipus, "draft-send");
  await dialog.getByRole("button", { name: "Wyślij skierowanie" }).click();
  await dialog.getByText("Zapisano i wysłano.").waitFor();
  await dialog.getByRole("link", { name: "Zobacz przebieg" }).waitFor();
  await kipus.keyboard.press("Escape");
  await kipus.getByText("Skierowanie jest wycofane").first().waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("a coordinator asks in everyday words, mistypes, narrows and is told why each service is there, or that there is none", async () => {
  const page = await town.visit("kipus", "/szukaj");
  const field = page.getByRole("searchbox");
  const results = page.getByRole("list", { name: "Usługi, które pasują" });
  const row = (service: string) =>
    results.getByRole("listitem").filter({ hasText: service });

  await field.fill("rechabilitacja");
  await row("Rehabilitacja i fizjoterapia ambulatoryjna")
    .getByText("słowo odczytane jako: „rehabilitacja”")
    .waitFor();
  await field.fill("uzaleznien");
  await row("Konsultacje specjalisty terapii uzależnień")
    .getByText("pasuje nazwa")
    .waitFor();
  await field.fill("depresja");
  await row("Psychoterapia indywidualna")
    .getByText("może pomóc, gdy szukasz: „depresja”")
    .waitFor();
  await page.getByRole("checkbox", { name: "Grupowa" }).click();
  await row("Psychoterapia indywidualna").waitFor({ state: "detached" });
  await row("Warsztaty psychoedukacyjne").waitFor();
  await photograph(page, "search-meant");
  // a word that is known is meant, also where nothing fits
  await field.fill("spadochron");
  await page.getByText("Nie ma teraz takiej usługi.").waitFor();
  await page
    .getByRole("button", { name: "Zapisz jako niezaspokojoną potrzebę" })
    .waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("a coordinator narrows to a place, lays services side by side and refers from there (K1)", async () => {
  const page = await town.visit("kipus", "/szukaj?q=klub");
  await isLive(page);
  const where = page.getByLabel("Gdzie", { exact: true }).first();
  await where.selectOption("Jarzębinów");
  await page.waitForURL(/miejsce=Jarz/);
  const tick = (name: string | RegExp) =>
    page.getByRole("checkbox", { name }).first();
  const bar = page.getByRole("region", { name: "Porównanie usług" });
  await tick("Porównaj: Klub Seniora – zajęcia dzienne").check();
  await bar.getByText("Do porównania: 1 usługa").waitFor();
  expect(await bar.getByRole("button", { name: "Porównaj" }).isDisabled()).toBe(
    true,
  );
  // what is ticked stays while something else is sought
  await page.getByRole("searchbox").fill("terapia");
  await tick(/^Porównaj: Psychoterapia/).check();
  await photograph(page, "compare-bar");
  await bar.getByRole("button", { name: "Porównaj" }).click();
  const dialog = page.getByRole("dialog", { name: "Porównanie usług" });
  const row = (name: string) => dialog.getByRole("row", { name });
  await row("Kiedy").getByText("poniedziałek–piątek 9:00–14:00").waitFor();
  await row("Kiedy").getByText("poniedziałek, wtorek, czwartek").waitFor();
  await row("Ile kosztuje").getByRole("cell").nth(1).waitFor();
  await photograph(page, "compare");
  await dialog
    .getByRole("button", { name: /^Usuń z porównania: Klub Seniora/ })
    .click();
  await row("Kiedy").getByText("9:00–14:00").waitFor({ state: "detached" });
  await dialog
    .getByRole("button", { name: /Psychoterapia/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("heading", { name: /Psychoterapia/ })
    .waitFor();
  expect(town.complaints()).toEqual([]);
}, 60_000);

it("a service put on offer on a phone, and two taps on its places, are in the coordinator's search and on the residents' page at once (issue 6, done when 1; P1, P2, G1)", async () => {
  const service = "Szydełkowanie dla każdego";
  const [partner, kipus, resident] = await Promise.all([
    town.visit("kis", "/oferta", phone),
    town.visit("kipus", "/szukaj?q=szydelkowanie"),
    // an old telephone: no program runs there
    town
      .aBrowser({ ...phone, javaScript: false })
      .then((context) => context.newPage()),
  ]);
  await Promise.all([partner, kipus].map(isLive));
  await kipus.getByText("Nie ma teraz takiej usługi.").waitFor();
  await resident.goto(`${town.url}/uslugi/jarzebinow`);
  const search = async () => {
    await resident.getByRole("searchbox").fill("szydełkowania");
    await resident.getByRole("button", { name: "Szukaj" }).click();
  };
  await search();
  await resident.getByText("Tak nie nazywa się żadna usługa").waitFor();

  await partner.getByRole("button", { name: "Dodaj usługę" }).click();
  const form = partner.getByRole("dialog");
  await form.getByLabel("Nazwa").fill(service);
  await form.getByLabel("Obszar").selectOption({ label: "Kultura" });
  for (const label of ["Grupa", "Forma"])
    await form.getByLabel(label).selectOption({ index: 1 });
  await form.getByLabel(/Ile/).fill("2");
  const published = performance.now();
  await form.getByRole("button", { name: "Dodaj usługę" }).click();
  const row = kipus.getByRole("listitem").filter({ hasText: service });
  // her list is put in order when she says so, an empty one too
  await kipus.getByRole("button", { name: "Ułóż na nowo (1 zmiana)" }).click();
  await row.getByText("2 wolne miejsca").first().waitFor();
  tell("the new service is in the coordinator's search", published);
  await search();
  const found = resident.getByRole("listitem").filter({ hasText: service });
  await found.getByText("Są wolne miejsca").waitFor();
  tell("the new service is on the residents' page", published);

  // two taps
  const less = partner.getByRole("button", {
    name: `O jedno wolne mniej: ${service}`,
  });
  const tapped = performance.now();
  await less.click();
  await less.click();
  await row.getByText("Brak możliwości przyjęcia").first().waitFor();
  tell("its places are in the coordinator's search", tapped);
  // asked once: what the page tells is never older than the log
  await resident.reload();
  await found.getByText("Brak możliwości przyjęcia").waitFor();
  tell("its places are on the residents' page", tapped);
  await found.getByRole("link", { name: service }).click();
  await resident.getByRole("heading", { level: 1, name: service }).waitFor();
  await photograph(resident, "resident-service-phone", { fullPage: true });
  expect(town.complaints()).toEqual([]);
}, 60_000);
