// Plays: every screen for everybody: axe, light and dark, wide and phone, 320 px, keyboard, and all of it in English.
import type { Page } from "playwright-core";

import { aPdf } from "../agreements/papers.js";
import { faultsOf } from "../support/axe.js";
import { move, refer, serviceIdOf } from "../support/elsewhere.js";
import { leftBehind } from "../support/kept.js";
import { lookAt, sideways } from "../support/look-at.js";
import { choose, polishOn, speakAlone } from "../support/polish.js";
import {
  isFocused,
  openTown,
  photograph,
  type Town,
} from "../support/visitor.js";

let town: Town;
/** What the screens of a referral that somebody works with need. */
const sent = {
  ...{ case: "", known: "", asked: "", suggested: "" },
  ...{ second: "", card: "", closed: "" },
};
beforeAll(async () => {
  town = await openTown();
  await somethingWaits();
});
afterAll(() => town.close());

interface Screen {
  name: string;
  who: string;
  path: string;
  /** What is done first, where the screen is not an address. */
  reach?: (page: Page) => Promise<void>;
  /** The main action, that Tab must reach. */
  main?: string;
  /** Words of the person whom it shows. */
  shows?: readonly string[];
}

const HELENA = ["Helena", "Jarzębska", "000 000 071"];
const CASE = "JAR-2026-0103";

const addressOf = (number: string) =>
  `/skierowania/${number.replaceAll("/", "-")}`;

/** A request and a breach on the officer's desk; a question, a suggestion, a queue of two, a card, and somebody known on a list of attendance. */
async function somethingWaits(): Promise<void> {
  const now = new Date().toISOString();
  await town.ask(
    "iod",
    `mutation ($request: FileResidentRequestInput!, $breach: RecordBreachInput!) {
       fileResidentRequest(input: $request) { __typename } recordBreach(input: $breach) { __typename } }`,
    {
      request: {
        ...{ requestKey: "a request", kind: "ERASURE" },
        ...{ pseudonym: "JAR-2026-0101", receivedOn: now.slice(0, 10) },
      },
      breach: {
        ...{ requestKey: "a breach", kind: "CONFIDENTIALITY", foundAt: now },
        about: "Wydruk został na korytarzu.",
      },
    },
  );
  const { viewer } = await town.ask<{
    viewer: {
      centre: { cases: { nodes: { id: string; pseudonym: string }[] } };
    };
  }>("kipus3", "{ viewer { centre { cases { nodes { id pseudonym } } } } }");
  const known = viewer.centre.cases.nodes.find(
    ({ pseudonym }) => pseudonym === CASE,
  );
  const helena = await refer(
    town,
    "kipus3",
    "Asystent osobisty osoby z niepełnosprawnością",
    {
      caseId: known?.id ?? "",
      disclosureLevel: "L1_CONTACT",
    },
  );
  for (const verb of ["acceptReferral", "startReferral"] as const)
    await move(town, "fop", verb, { referralId: helena.id });
  const asked = await refer(town, "kipus", "Klub książki");
  await move(town, "bib", "askAboutReferral", {
    ...{ requestKey: "a question", referralId: asked.id },
    ...{ topics: ["OTHER"], text: "Czy może przyjść w środy?" },
  });
  const service = "Akademia Społeczna „Ja w społeczeństwie”";
  const suggested = await refer(town, "kipus", service);
  await move(town, "kis", "acceptReferral", { referralId: suggested.id });
  await move(town, "kis", "suggestService", {
    ...{ requestKey: "a suggestion", referralId: suggested.id },
    ...{ serviceId: await serviceIdOf(town, "kis", "Klub książki") },
    reason: "Lubi czytać i rozmawiać.",
  });
  const queue = "Warsztaty psychoedukacyjne (asertywność, stres, cele)";
  const second = await refer(town, "kipus2", queue, { waitIfFull: true });
  const card = await refer(
    town,
    "kipus2",
    "Bezpłatne wejścia na wystawy i spektakle (karta mieszkańca)",
  );
  const crisis = await refer(
    town,
    "kipus3",
    "Interwencja kryzysowa (punkt 24 h)",
    {
      priority: "EMERGENCY",
      fallbackServiceIds: await Promise.all(
        [
          "Ogrzewalnia – miejsce interwencyjne",
          "Streetworking i asystent wychodzenia z bezdomności",
        ].map((name) => serviceIdOf(town, "kipus3", name)),
      ),
    },
  );
  await move(town, "pcpr", "declineReferral", {
    ...{ referralId: crisis.id, reason: "NO_CAPACITY" },
  });
  const { opened } = await town.ask<{
    opened: { id: string; version: number };
  }>(
    "kipus3",
    `mutation ($input: OpenCaseInput!) { opened: openCase(input: $input) { ... on Case { id version } } }`,
    {
      input: {
        requestKey: "a closed case",
        identity: {
          name: "Kalina",
          contact: "600 100 200",
          contactKind: "PHONE",
        },
      },
    },
  );
  await town.ask(
    "kipus3",
    `mutation ($input: CloseCaseInput!) { closeCase(input: $input) { __typename } }`,
    { input: { caseId: opened.id, ifVersion: opened.version } },
  );
  sent.closed = opened.id;
  sent.second = second.number;
  sent.card = card.tokenCode;
  sent.case = known?.id ?? "";
  sent.known = helena.number;
  sent.asked = asked.number;
  sent.suggested = suggested.number;
}

/** Her consent for the foundation that gives the assistant. */
async function helenaTakesBack(): Promise<void> {
  const { node } = await town.ask<{
    node: { bases: { id: string; partner: { name: string } | null }[] };
  }>(
    "kipus3",
    `query ($id: ID!) { node(id: $id) { ... on Case { bases { id partner { name } } } } }`,
    { id: sent.case },
  );
  const basis = node.bases.find(({ partner }) =>
    partner?.name.includes("Oddech"),
  );
  await town.ask(
    "kipus3",
    `mutation ($input: WithdrawBasisInput!) { withdrawBasis(input: $input) { __typename } }`,
    { input: { basisId: basis?.id } },
  );
}

async function checkCard(page: Page): Promise<void> {
  await page.getByLabel("Kod z karty").fill(sent.card);
  await press(page, "Sprawdź kod");
}

/** To a page whose address is known only by now. */
const go = (page: Page, path: string) => page.goto(town.url + path);

const screens: Screen[] = [
  {
    name: "oferta",
    who: "kis",
    path: "/oferta",
    main: "Potwierdź pozostałe bez zmian",
  },
  {
    name: "oferta-liczby",
    who: "kis",
    path: "/oferta",
    reach: (page) => press(page, "Zmień liczby: Poradnictwo socjalne"),
    main: "Zapisz",
  },
  {
    name: "oferta-opis",
    who: "kis",
    path: "/oferta",
    reach: (page) => press(page, "Zmień opis: Poradnictwo socjalne"),
    main: "Zapisz zmiany",
  },
  {
    name: "dzialania",
    who: "osl",
    path: "/oferta",
    main: "Dodaj działanie",
  },
  {
    name: "dzialania-opis",
    who: "osl",
    path: "/oferta",
    reach: (page) =>
      press(page, "Zmień opis: Klub Wolontariusza i pomoc sąsiedzka (z OSL)"),
    main: "Zapisz zmiany",
  },
  {
    name: "oferta-przerwa",
    who: "kis",
    path: "/oferta",
    reach: (page) => press(page, "Wstrzymaj: Poradnictwo socjalne"),
    main: "Wstrzymaj usługę",
  },
  {
    name: "oferta-wycofanie",
    who: "kis",
    path: "/oferta",
    reach: async (page) => {
      await press(page, "Wstrzymaj: Poradnictwo socjalne");
      await press(page, "Wycofaj ją z oferty");
    },
    main: "Wycofaj usługę",
  },
  {
    name: "oferta-nowa",
    who: "kis",
    path: "/oferta",
    reach: (page) => press(page, "Dodaj usługę"),
  },
  { name: "skierowania", who: "fop", path: "/skierowania" },
  {
    name: "skierowanie",
    who: "fop",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Opieka wytchnieniowa" }).click();
      await page.getByRole("button", { name: "Przyjmij" }).waitFor();
    },
    main: "Przyjmij",
  },
  {
    name: "brak-mozliwosci",
    who: "fop",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Opieka wytchnieniowa" }).click();
      await press(page, "Brak możliwości przyjęcia");
      await page.getByRole("radio", { name: "Inny powód" }).check();
    },
    main: "Wyślij odpowiedź",
  },
  {
    name: "szukaj",
    who: "kipus",
    path: "/szukaj",
    main: "Skieruj: Klub książki",
  },
  {
    name: "szukaj-nic",
    who: "kipus",
    path: "/szukaj?q=xyzzy",
    reach: (page) => page.getByText("Nie ma teraz takiej usługi.").waitFor(),
  },
  {
    name: "porownanie",
    who: "kipus",
    path: "/szukaj?q=klub",
    reach: async (page) => {
      for (const one of ["Klub książki", "Klub Seniora – zajęcia dzienne"])
        await page.getByRole("checkbox", { name: `Porównaj: ${one}` }).check();
      await press(page, "Porównaj");
    },
    main: "Usuń z porównania: Klub książki",
  },
  {
    name: "szukaj-szczegoly",
    who: "kipus",
    path: "/szukaj?q=seniora",
    reach: async (page) => {
      await press(page, "Klub Seniora – zajęcia dzienne");
      await page.getByText("poniedziałek–piątek 9:00–14:00").waitFor();
    },
  },
  {
    name: "skieruj",
    who: "kipus",
    path: "/szukaj?q=klub",
    reach: (page) => press(page, "Skieruj: Klub książki"),
    main: "Wyślij skierowanie",
  },
  {
    // sent with a plan, not taken, and on by itself
    name: "nagle",
    who: "kipus3",
    path: "/nagle",
    reach: async (page) => {
      await page.getByText("Plan awaryjny sam wysłał dalej:").waitFor();
      await page.getByText("Bez planu awaryjnego").first().click();
    },
    main: "Wyślij plan awaryjny",
  },
  {
    name: "plan-awaryjny",
    who: "kipus3",
    path: "/nagle",
    reach: (page) => press(page, "Ustaw plan awaryjny"),
    main: "Zapisz bez planu",
  },
  { name: "wyslane", who: "kipus", path: "/skierowania" },
  {
    // of JAR-2026-0105, where the language course had no place
    name: "potrzeba-ze-skierowania",
    who: "kipus2",
    path: "/skierowania",
    reach: async (page) => {
      await page
        .getByRole("link", { name: /[Jj]ęzyk/ })
        .first()
        .click();
      await page.getByText("Czy tego brakuje w gminie?").waitFor();
    },
    main: "Zapisz jako niezaspokojoną potrzebę",
  },
  {
    name: "potrzeby",
    who: "ous",
    path: "/potrzeby",
    reach: async (page) => {
      await page
        .getByRole("button", { name: "Odnotuj: Psychoterapia" })
        .click();
      await page.getByRole("dialog").waitFor();
    },
    main: "Zapisz",
  },
  { name: "sprawy", who: "kipus", path: "/sprawy" },
  {
    name: "nowa-sprawa",
    who: "kipus",
    path: "/sprawy/nowa",
    main: "Otwórz sprawę",
  },
  {
    name: "sprawa",
    who: "kipus",
    path: "/sprawy",
    reach: async (page) => {
      await page.getByRole("link", { name: "JAR-2026-0101" }).click();
      await press(page, "Wpisz dane osoby");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "podstawa",
    who: "kipus",
    path: "/sprawy",
    reach: async (page) => {
      await page.getByRole("link", { name: "JAR-2026-0102" }).click();
      await page.getByRole("link", { name: "Zapisz podstawę" }).click();
      await page
        .getByLabel("Organizacja")
        .selectOption({ label: "Klub Integracji Społecznej przy CUS" });
      await page.getByRole("checkbox", { name: "Nazwisko" }).check();
    },
    main: "Zapisz podstawę",
  },
  {
    name: "wydruki",
    who: "kipus3",
    path: "/sprawy",
    reach: async (page) => {
      await page.getByRole("link", { name: CASE }).click();
      await page.getByRole("link", { name: "Wydruki" }).click();
      await page.getByLabel("Dane osoby na wydruku").selectOption({ index: 1 });
      await press(page, "Przygotuj wydruk");
      await page.getByRole("heading", { name: "Twoje prawa" }).waitFor();
    },
    main: "Drukuj",
    shows: HELENA,
  },
  {
    name: "osoba-u-koordynatorki",
    who: "kipus3",
    path: "/sprawy",
    reach: async (page) => {
      await page.getByRole("link", { name: CASE }).click();
      await press(page, "Pokaż dane osoby");
      await page.getByRole("radio", { name: "Umówienie usługi" }).check();
      await page.getByRole("button", { name: "Pokaż", exact: true }).click();
      await page.getByText("Jarzębska-Wzorcowa").waitFor();
    },
    main: "Popraw",
    shows: HELENA,
  },
  {
    name: "osoba-u-partnera",
    who: "uop",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Transport na zajęcia" }).click();
      await press(page, "Pokaż dane");
      await press(page, "Kontaktuję się");
      await page.getByText("Jarzębska-Wzorcowa").waitFor();
    },
    main: "Ukryj",
    shows: HELENA,
  },
  {
    name: "pytanie",
    who: "fop",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Opieka wytchnieniowa" }).click();
      await press(page, "Zapytaj");
      await page.getByRole("dialog").waitFor();
    },
    main: "Wyślij pytanie",
  },
  {
    name: "odpowiedz-na-pytanie",
    who: "kipus",
    path: "/skierowania",
    reach: async (page) => {
      await go(page, addressOf(sent.asked));
      await page.getByText("Czy może przyjść w środy?").waitFor();
    },
    main: "Odpowiedz",
  },
  {
    name: "propozycja",
    who: "kis",
    path: "/skierowania",
    reach: async (page) => {
      await go(page, addressOf(sent.suggested));
      await press(page, "Zaproponuj inną usługę");
      await page.getByLabel("Szukaj po nazwie").fill("Klub");
      await page
        .getByRole("button", { name: /^Zaproponuj: Klub/ })
        .first()
        .waitFor();
    },
    main: "Zaproponuj: Klub",
  },
  {
    name: "propozycje",
    who: "kipus",
    path: "/skierowania",
    reach: async (page) => {
      await go(page, addressOf(sent.suggested));
      await page.getByText("Lubi czytać i rozmawiać.").waitFor();
      await press(page, "Nie teraz");
      await page.getByRole("dialog").waitFor();
    },
    main: "Anuluj",
  },
  {
    name: "przebieg",
    who: "kipus",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
      await press(page, "Wycofaj");
      await page.getByRole("dialog").waitFor();
      await page.getByRole("button", { name: "Zostaw" }).click();
    },
    main: "Wycofaj",
  },
  {
    // the agreement behind it ends within 90 days
    name: "co-dalej",
    who: "kipus",
    path: "/skierowania",
    reach: async (page) => {
      const row = page.getByRole("listitem").filter({ hasText: "co dalej?" });
      await row.getByRole("link").first().click();
      await page.getByRole("button", { name: "Zapisz plan" }).click();
      await page.getByText("Wybierz, co dalej.").waitFor();
    },
    main: "Zapisz plan",
  },
  {
    // everybody who sent something still coordinates
    name: "bez-koordynatora",
    who: "ous",
    path: "/skierowania-bez-koordynatora",
  },
  {
    name: "karta",
    who: "kipus",
    path: "/skierowania",
    reach: async (page) => {
      await page.getByRole("link", { name: "Szkoła dla dorosłych" }).click();
      await page.getByRole("link", { name: "Drukuj kartę" }).click();
      await page.getByRole("img", { name: /^Kod QR/ }).waitFor();
    },
    main: "Drukuj kartę",
  },
  {
    name: "przy-drzwiach",
    who: "mdk",
    path: "/drzwi",
    reach: async (page) => {
      await checkCard(page);
      await page.getByText("Karta jest ważna.").waitFor();
    },
    main: "Użyj kodu",
  },
  {
    name: "przy-drzwiach-uzyta",
    who: "mdk",
    path: "/drzwi",
    reach: async (page) => {
      await press(page, "Użyj kodu");
      await page.getByText("Kod użyty, wejściówka wydana.").waitFor();
    },
    main: "Następna karta",
  },
  {
    name: "przy-drzwiach-odmowa",
    who: "mdk",
    path: "/drzwi",
    reach: async (page) => {
      await press(page, "Następna karta");
      await checkCard(page);
      await page.getByText("Ten kod był już użyty.").waitFor();
    },
    main: "Następna karta",
  },
  {
    name: "obecnosc",
    who: "kis",
    path: "/obecnosc",
    main: "Wszyscy obecni",
  },
  {
    // hours of a month, and who is known by the first name
    name: "obecnosc-miesiac",
    who: "fop",
    path: "/obecnosc",
    reach: async (page) => {
      await press(page, "Pokaż imiona");
      await page.getByText("Helena").first().waitFor();
    },
    main: "Ukryj imiona",
    shows: ["Helena"],
  },
  {
    name: "wycofanie-podstawy",
    who: "kipus3",
    path: "/sprawy",
    reach: async (page) => {
      await page.getByRole("link", { name: CASE }).click();
      const basis = page.getByRole("listitem").filter({ hasText: "Oddech" });
      await basis.getByRole("button", { name: "Wycofaj" }).first().click();
      await page
        .getByRole("heading", { name: "Wycofać tę podstawę?" })
        .waitFor();
    },
    main: "Zostaw",
  },
  {
    // what stood on that consent is withdrawn, and its partner is a controller of its own
    name: "co-zachowac",
    who: "fop",
    path: "/skierowania",
    reach: async (page) => {
      await helenaTakesBack();
      await go(page, addressOf(sent.known));
      await page
        .getByRole("heading", { name: "Co musicie zachować?" })
        .waitFor();
    },
    main: "Wyślij odpowiedź",
  },
  {
    name: "oferta-teraz",
    who: "ous",
    path: "/oferta-teraz",
    main: "Popraw: ABC pomocy przedmedycznej",
  },
  {
    name: "popraw",
    who: "ous",
    path: "/oferta-teraz",
    reach: (page) => press(page, "Popraw: ABC pomocy przedmedycznej"),
    main: "Zapisz liczbę",
  },
  { name: "partnerzy", who: "ous", path: "/partnerzy" },
  {
    name: "partnerzy-nikt",
    who: "ous",
    path: "/partnerzy?q=xyzzy",
    reach: (page) => page.getByText("Żaden partner tu nie pasuje").waitFor(),
    main: "Pokaż wszystkich",
  },
  {
    name: "partner",
    who: "ous",
    path: "/partnerzy",
    reach: async (page) => {
      await page.getByRole("link", { name: "„Nowy Start”" }).click();
      await page.getByRole("heading", { name: "Osoby do kontaktu" }).waitFor();
    },
  },
  {
    name: "partner-dane",
    who: "ous",
    path: "/partnerzy",
    reach: async (page) => {
      await page.getByRole("link", { name: "„Nowy Start”" }).click();
      await press(page, "Popraw dane");
    },
    main: "Zapisz dane",
  },
  {
    name: "partner-nieobecnosc",
    who: "kis",
    path: "/partnerzy?q=przy CUS",
    reach: async (page) => {
      await page.getByRole("link", { name: "przy CUS" }).click();
      await press(page, "Nieobecność: Joanna");
    },
    main: "Zapisz nieobecność",
  },
  { name: "siec", who: "ous", path: "/siec" },
  {
    name: "siec-kto-co-robi",
    who: "ous",
    path: "/siec/lsr-jarzebinow/kto-co-robi",
    main: "Dodaj działanie",
  },
  {
    name: "siec-kroki",
    who: "ous",
    path: "/siec/partnerstwo-opieka-blisko-domu/kroki",
    main: "Zakończ ten krok",
  },
  {
    name: "siec-zasady",
    who: "kse",
    path: "/siec/lsr-jarzebinow/zasady",
    main: "Drukuj",
  },
  {
    name: "nowa-siec",
    who: "ous",
    path: "/sieci/nowa",
    main: "Utwórz sieć",
  },
  { name: "siec-obraz", who: "ous", path: "/siec?widok=obraz" },
  {
    name: "ludzie",
    who: "kis",
    path: "/ludzie",
    main: "Zaproś osobę",
  },
  {
    name: "zapros",
    who: "kis",
    path: "/ludzie",
    reach: (page) => press(page, "Zaproś osobę"),
    main: "Wyślij zaproszenie",
  },
  {
    name: "rozliczenie",
    who: "ous",
    path: "/partnerzy",
    reach: async (page) => {
      await page.getByRole("link", { name: /^Centrum Integracji/ }).click();
      await page.getByRole("link", { name: /^A02/ }).click();
      await page.getByText("czeka na potwierdzenie").waitFor();
    },
    main: "Zgłoś brak",
  },
  { name: "nasz-wklad", who: "kis", path: "/nasz-wklad" },
  {
    name: "nowa-organizacja",
    who: "ous",
    path: "/organizacje/nowa",
    main: "Zarejestruj organizację",
  },
  {
    name: "umowy",
    who: "ous",
    path: "/umowy",
    reach: (page) => page.getByRole("link", { name: /^A02 ·/ }).waitFor(),
  },
  {
    name: "umowa-nowa",
    who: "ous",
    path: "/umowy/nowa",
    main: "Zapisz szkic",
  },
  {
    name: "umowa",
    who: "ous",
    path: "/umowy",
    reach: async (page) => {
      await page.getByRole("link", { name: /^A02 ·/ }).click();
      await page.getByLabel("Plik załącznika").setInputFiles({
        name: "Zasady.pdf",
        mimeType: "application/pdf",
        buffer: aPdf(),
      });
      await press(page, "Dodaj załącznik");
      await page.getByRole("link", { name: "Zasady.pdf" }).waitFor();
    },
    main: "Dodaj załącznik",
  },
  {
    name: "umowa-zmiana",
    who: "ous",
    path: "/umowy",
    reach: async (page) => {
      await page.getByRole("link", { name: /^A02 ·/ }).click();
      await page.getByRole("link", { name: "Zaproponuj zmianę" }).click();
      await page.getByLabel("Zmiana obowiązuje od").waitFor();
    },
    main: "Zaproponuj zmianę",
  },
  { name: "programy", who: "ous", path: "/programy", main: "Nowy program" },
  {
    name: "program",
    who: "ous",
    path: "/programy",
    reach: async (page) => {
      await page.getByRole("link", { name: "Samodzielni 2026–2028" }).click();
      await page.getByRole("heading", { name: "Plan wdrożenia" }).waitFor();
    },
    main: "Pobierz CSV",
  },
  {
    name: "plan",
    who: "ous",
    path: "/programy",
    reach: async (page) => {
      await page.getByRole("link", { name: "Samodzielni 2026–2028" }).click();
      await press(page, "Dodaj do planu");
      await page.getByLabel("Sposób pozyskania").waitFor();
    },
    main: "Zapisz",
  },
  { name: "standardy", who: "ous", path: "/standardy", main: "Nowy standard" },
  {
    name: "standard",
    who: "ous",
    path: "/standardy",
    reach: async (page) => {
      await page.getByRole("link", { name: "Zajęcia grupowe KIS" }).click();
      await page.getByRole("heading", { name: "Sprawdzenia" }).waitFor();
    },
    main: "Drukuj",
  },
  {
    name: "standard-projekt",
    who: "ous",
    path: "/standardy",
    reach: (page) => press(page, "Nowy standard"),
    main: "Zapisz",
  },
  { name: "zasoby", who: "ous", path: "/zasoby", main: "Dodaj zasób" },
  {
    name: "zasoby-popros",
    who: "kis",
    path: "/zasoby?q=laptopy",
    reach: async (page) => {
      await press(page, "Poproś: Laptopy do zajęć");
      await page.getByLabel("Od dnia").waitFor();
    },
    main: "Wyślij prośbę",
  },
  { name: "konto", who: "osl", path: "/konto" },
  {
    name: "ochrona-danych",
    who: "iod",
    path: "/ochrona-danych",
    main: "Zmień",
  },
  ...(
    [
      ["zadanie-nowe", "Zapisz żądanie"],
      ["zadanie-odpowiedz", "Odpowiedz"],
      ["zadanie-przedluz", "Przedłuż termin"],
      ["naruszenie-nowe", "Zapisz naruszenie"],
      ["naruszenie-decyzja", "Zapisz decyzję"],
    ] as const
  ).map(([name, verb]): Screen => ({
    name,
    who: "iod",
    path: "/ochrona-danych",
    reach: async (page) => {
      await press(page, verb);
      await page.getByRole("dialog").waitFor();
    },
    main: "Anuluj",
  })),
  { name: "dziennik", who: "iod", path: "/dziennik", main: "Pobierz CSV" },
  { name: "start", who: "rada", path: "/start" },
  { name: "start-rzecznik", who: "rzecznik", path: "/start" },
  { name: "nie-ma", who: "ous", path: "/nie-ma-takiej" },
];

const OPEN_DIALOG = "dialog[open]";

/** Dialogs of a page, each opened by its button. */
interface Dialogs {
  who: string;
  path: () => string;
  open: readonly string[];
}

const dialogs: Dialogs[] = [
  {
    // it runs
    who: "kis",
    path: () => addressOf("SK/2026/00110"),
    open: ["Zakończ", "Wstrzymaj", "Przerwij"],
  },
  {
    // waits behind somebody
    who: "kis",
    path: () => addressOf(sent.second),
    open: ["Zaproponuj miejsce"],
  },
  {
    who: "cku",
    path: () => addressOf("SK/2026/00122"),
    open: ["Do kolejki"],
  },
  {
    // accepted, with a date to come
    who: "uop",
    path: () => addressOf("SK/2026/00117"),
    open: ["Rozpocznij", "Zmień termin", "To pomyłka – oddaj"],
  },
  {
    // accepted, and its paper is missing
    who: "zpo",
    path: () => addressOf("SK/2026/00113"),
    open: ["Rozpocznij"],
  },
  {
    who: "kipus3",
    path: () => addressOf("SK/2026/00117"),
    open: ["Poproś o inny termin", "Wycofaj"],
  },
  {
    who: "kipus",
    path: () => addressOf("SK/2026/00110"),
    open: ["Przerwij"],
  },
  {
    // not beside another case: the page would go on with its heading
    who: "kipus3",
    path: () => `/sprawy/${sent.closed}`,
    open: ["Otwórz ponownie", "Usuń dane osoby"],
  },
  {
    who: "kipus3",
    path: () => "/nagle",
    open: ["Wyślij plan awaryjny już teraz"],
  },
  {
    who: "kipus3",
    path: () => `/sprawy/${sent.case}`,
    open: ["Zamknij sprawę"],
  },
  {
    who: "iod",
    path: () => "/ochrona-danych",
    open: ["Zapisz cofnięcie zgody", "Dopisz, co zrobiono", "Zmień"],
  },
];

const pages = new Map<string, Promise<Page>>();

/** One page for each person, which keeps in store what the screens share. */
async function show(who: string, path: string): Promise<Page> {
  const known = pages.get(who);
  const opening = known ?? town.visit(who, path);
  pages.set(who, opening);
  const page = await opening;
  if (!known) return page;
  await page.setViewportSize({ width: 1280, height: 900 });
  await speakAlone(page, "pl");
  // a dialog is closed, and the page goes on as by a link
  await page.keyboard.press("Escape");
  await page.evaluate(`(() => {
    const path = ${JSON.stringify(path)};
    if (new URL(path, location).pathname !== location.pathname)
      document.querySelector("h1")?.setAttribute("data-before", "");
    history.pushState(null, "", path);
    dispatchEvent(new PopStateEvent("popstate"));
  })()`);
  return page;
}

async function press(page: Page, name: string) {
  await page.getByRole("button", { name }).first().click();
}

async function settle(page: Page) {
  await page.locator("h1:not([data-before])").first().waitFor();
  await page.getByText("Na żywo", { exact: true }).waitFor();
  await page
    .locator("main:not([aria-busy=true], :has([aria-busy=true]))")
    .first()
    .waitFor();
}

/** What somebody may be writing in: made anew it would be empty. */
const OPEN =
  "document.querySelectorAll('main form, main input:not([type=radio], [type=checkbox]), main textarea, dialog, dialog input, dialog textarea')";
const markOpen = `void (window.stood = [...${OPEN}])`;
const lostOpen = "window.stood.filter((one) => !one.isConnected).length";

/** The same screen, turned as another tab of the device turns it: all stands, and nothing is Polish but what people entered. */
async function lookInEnglish(page: Page, name: string, who?: string) {
  const buttons = await page.getByRole("button").count();
  await page.evaluate(markOpen);
  if ((await polishOn(page)).length === 0) return [`${name} was not Polish`];
  if (who) await choose(town, who, "en");
  await speakAlone(page, "en");
  const faults: string[] = [];
  // sentences of the server come with the next answer
  for (let looks = 0; looks < 60; looks++) {
    faults.length = 0;
    for (const text of await polishOn(page))
      faults.push(`${name} says in Polish: ${text}`);
    const left = await page.getByRole("button").count();
    if (left !== buttons)
      faults.push(
        `${name} had ${String(buttons)} buttons, now ${String(left)}`,
      );
    if (faults.length === 0) break;
    await page.waitForTimeout(50);
  }
  const lost = await page.evaluate<number>(lostOpen);
  if (lost > 0)
    faults.push(`${name} made ${String(lost)} forms or dialogs anew`);
  if ((await page.evaluate<number>(sideways)) > 0)
    faults.push(`${name} in English scrolls sideways at 320`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await photograph(page, `${name}-en`);
  if (who) await choose(town, who, "pl");
  return faults;
}

/** A sheet is narrower than a desk, and whoever holds it taps nothing. */
async function onPaper(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const over = await page.evaluate<number>(sideways);
  await photograph(page, `${name}-print`, { fullPage: true });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 320, height: 640 });
  return over > 0 ? [`${name} sticks out of the sheet by ${String(over)}`] : [];
}

/** Tab by Tab, as somebody without a mouse. */
async function reachByTab(page: Page, name: string) {
  const target = page.getByRole("button", { name }).first();
  // found once: roles and names of a long page are dear to ask for
  await page.evaluate(
    (sought) => void Object.assign(globalThis, { sought }),
    await target.elementHandle(),
  );
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate<boolean>("sought === document.activeElement"))
      return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach "${name}".`);
}

it("the sign-in is for everybody", async () => {
  const page = await (await town.aBrowser()).newPage();
  await page.goto(`${town.url}/logowanie`);
  await isFocused(page.getByLabel("Służbowy e-mail"));
  expect(await lookAt(page, "logowanie")).toEqual([]);
  expect(await lookInEnglish(page, "logowanie")).toEqual([]);
}, 60_000);

it.each(screens)(
  "$name is for everybody",
  async ({ name, who, path, reach, main, shows = [] }) => {
    const page = await show(who, path);
    await settle(page);
    await reach?.(page);
    if (main) await reachByTab(page, main);
    expect(await lookAt(page, name)).toEqual([]);
    const told = await page.locator("body").innerText();
    expect(shows.filter((word) => !told.includes(word))).toEqual([]);
    expect(await leftBehind(page, shows)).toEqual([]);
    expect(await onPaper(page, name)).toEqual([]);
    expect(await lookInEnglish(page, name, who)).toEqual([]);
  },
  60_000,
);

it.each(dialogs)(
  "what $who is asked by $open is for everybody",
  async ({ who, path, open }) => {
    const page = await show(who, path());
    await settle(page);
    for (const name of open) {
      const opener = page.getByRole("button", { name, exact: true }).first();
      await opener.click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await lookAt(page, `${who}-${name}`, OPEN_DIALOG)).toEqual([]);
      await speakAlone(page, "en");
      expect(await polishOn(page, OPEN_DIALOG)).toEqual([]);
      expect(await page.evaluate<number>(sideways)).toBe(0);
      await speakAlone(page, "pl");
      await page.setViewportSize({ width: 1280, height: 900 });
      // the keyboard is within, and goes back to where it came from
      await page.keyboard.press("Tab");
      await isFocused(dialog.locator(":focus"));
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await isFocused(opener);
    }
  },
  60_000,
);

it("the pages for residents are for everybody, without a program and on paper", async () => {
  const context = await town.aBrowser();
  const page = await context.newPage();
  const jarzebinow = `${town.url}/uslugi/jarzebinow`;
  await page.goto(jarzebinow);
  await reachByTab(page, "Szukaj");
  const card = page.getByRole("link", { name: "Interwencja kryzysowa" });
  const service = await card.first().getAttribute("href");
  for (const [name, path] of [
    ["mieszkaniec", "/uslugi/jarzebinow"],
    ["mieszkaniec-lista", "/uslugi/jarzebinow/lista?q=opieka"],
    ["mieszkaniec-usluga", service ?? ""],
    ["mieszkaniec-potrzeba", "/uslugi/jarzebinow/lista?q=nie+mam+gdzie+spać"],
    ["mieszkaniec-nic", "/uslugi/jarzebinow/lista?q=spadochron"],
    ["mieszkaniec-gminy", "/uslugi"],
    ["mieszkaniec-ulotka", "/uslugi/jarzebinow/ulotka?sprawa=zdrowie"],
    ["mieszkaniec-dostepnosc", "/uslugi/jarzebinow/dostepnosc"],
    ["mieszkaniec-dane", "/uslugi/jarzebinow/dane-osobowe"],
    ["mieszkaniec-en", "/services/jarzebinow/list"],
  ] as const) {
    await page.goto(town.url + path);
    expect(await lookAt(page, name)).toEqual([]);
  }
  await page.goto(`${jarzebinow}/ulotka`);
  await page.emulateMedia({ media: "print" });
  await page.getByText("Interwencja kryzysowa").first().waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
}, 60_000);

it("axe would tell of a fault", async () => {
  const page = await (await town.aBrowser()).newPage();
  await page.goto(`${town.url}/logowanie`);
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  await page.evaluate(
    "document.querySelector('form').append(document.createElement('button'))",
  );
  expect(await faultsOf(page)).toHaveLength(1);
}, 60_000);
