// The papers of agreements: one for each kind, with what it has to say, and as PDFs that can be read aloud.
import { readFileSync } from "node:fs";

import { Agreement } from "../../server/agreements/agreement.js";
import { AgreementKind } from "../../server/agreements/agreement-kind.js";
import { bindingTimes } from "../../server/agreements/answer-time.js";
import type {
  PaperFacts,
  PaperParty,
} from "../../server/agreements/paper/paper-facts.js";
import { answerTime } from "../../server/agreements/paper/paper-words.js";
import { paperOf } from "../../server/agreements/paper/templates.js";
import { printPaper } from "../../server/platform/paper/print-paper.js";
import { readPdf } from "./read-pdf.js";

const AT = new Date("2026-11-30T08:00:00Z");

function aParty(given: Partial<PaperParty> = {}): PaperParty {
  return {
    name: "Fundacja Źródło",
    address: "ul. Łąkowa 3, 00-001 Gęsia Wólka",
    krs: "0000123456",
    nip: null,
    isHub: false,
    signedOn: null,
    signatoryName: null,
    authority: null,
    signatureKind: null,
    leftOn: null,
    contact: null,
    ...given,
  };
}

function facts(given: Partial<PaperFacts> = {}): PaperFacts {
  return {
    number: "A15",
    kind: "COOPERATION",
    title: "Zażółć gęślą jaźń & <inne>",
    status: "ACTIVE",
    revision: 1,
    validFrom: "2026-01-01",
    validTo: "2027-12-31",
    endedOn: null,
    dataRole: "SEPARATE_CONTROLLER",
    terms: {
      purpose: "Wspólne staże dla mieszkańców.",
      noticeDays: 30,
      renewMonths: 12,
      allowsSensitive: false,
      offerUpdateDutyDays: 7,
      meetingsPerYear: 4,
      reporting: "Co kwartał, do CUS.",
      disputeClause: null,
      grantForm: null,
    },
    answers: bindingTimes(
      Object.assign(new Agreement(), { number: "A15", answerEmergency: "6h" }),
    ),
    programme: null,
    dpaNumber: null,
    parties: [
      aParty({ name: "CUS w Gęsiej Wólce", isHub: true }),
      aParty({
        signedOn: "2026-01-02",
        signatoryName: "Żaneta Ćwik",
        authority: "prezeska",
        signatureKind: "PAPER",
      }),
    ],
    tasks: [
      {
        task: "Prowadzi zajęcia",
        whose: "Fundacja Źródło",
        part: "RESPONSIBLE",
      },
    ],
    services: [{ name: "Staż", placesKept: 2 }],
    finance: {
      mode: "COOPERATION_ONLY",
      amountGrosze: 1_234_567,
      settlementRules: "Po każdym kwartale.",
    },
    ...given,
  };
}

const read = async (given: Partial<PaperFacts>) =>
  readPdf(await printPaper(paperOf(facts(given)), AT));
const said = async (given: Partial<PaperFacts>) =>
  (await read(given)).pages.join(" ");

/** What only this kind says. */
const OWN_WORDS: Record<AgreementKind, string[]> = {
  LSR_ACCORD: ["lokalnej sieci współpracy", "kolejne organizacje"],
  ACCESSION: ["Deklaracja przystąpienia", "przyjmuje jej zasady"],
  COOPERATION: ["Porozumienie o współpracy", "Odpowiedź na skierowanie"],
  PROGRAMME_PARTNERSHIP: ["programu usług społecznych", "rozstrzyga program"],
  GRANT_CONTRACT: ["art. 16", "Zwraca to, czego nie wydała"],
  PROCUREMENT_CONTRACT: ["W dokumentach zamówienia ma ona numer A15"],
  COUNTY_AGREEMENT: ["art. 3 ust. 2"],
  INTERMUNICIPAL: [
    "art. 11",
    "Kto tworzy i prowadzi centrum",
    "Usługi przekazane centrum",
    "Współfinansowanie centrum",
    "Czas obowiązywania",
    "Sprawozdania",
    "konsultuje",
    "przekazuje organom każdej gminy",
  ],
  DATA_PROCESSING: [
    "art. 28 ust. 3",
    "Przedmiot, czas, charakter i cel",
    "Rodzaj danych i osoby",
    "udokumentowane polecenie",
    "zobowiązały się do tajemnicy",
    "art. 32 RODO",
    "uprzednią pisemną zgodą",
    "usuwa dane albo je zwraca",
    "audyty i inspekcje",
    "Prawa i obowiązki administratora",
  ],
  JOINT_CONTROL: ["art. 26 RODO", "Punktem kontaktowym"],
  VOLUNTEER: ["dobrowolnie i bez wynagrodzenia"],
  LETTER_OF_INTENT: ["nie jest umową przedwstępną"],
  INTERNAL_ASSIGNMENT: ["planu finansowego i statutu"],
};

it.each(Object.values(AgreementKind))(
  "says of %s what it has to, tagged for who has it read aloud",
  async (kind) => {
    const { pages, objects, roles } = await read({ kind });
    const text = pages.join(" ");
    for (const words of OWN_WORDS[kind]) expect(text).toContain(words);
    expect(text).toContain("Zażółć gęślą jaźń");
    expect(text).toContain("Żaneta Ćwik, prezeska");
    expect(text).not.toContain("\uFFFD");
    const all = objects.join("\n");
    expect(all).toContain("/Marked true");
    expect(all).toContain("/Lang (pl)");
    expect(all).toContain("/DisplayDocTitle true");
    // of signatures, for all; heads of columns and of rows
    expect(roles).toMatchObject({ Document: 1, H1: 1 });
    for (const role of [
      "H2",
      "P",
      "L",
      "LI",
      "LBody",
      "Table",
      "TR",
      "TH",
      "TD",
    ])
      expect([role, (roles[role] ?? 0) > 0]).toEqual([role, true]);
    expect(all).toMatch(/\/Scope \/Column/);
    expect(all).toMatch(/\/FontFile2 \d+ 0 R/);
  },
);

it("names itself in the title, the metadata stay XML whatever the title is", async () => {
  const content = await printPaper(paperOf(facts()), AT);
  const xml = content.toString("utf8");
  expect(xml).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xml).toContain(
    "Porozumienie o współpracy A15: Zażółć gęślą jaźń i inne</rdf:li>",
  );
});

it("bears its state and its number on each page, and names what is left to settle", async () => {
  const { pages } = await read({
    status: "DRAFT",
    kind: "GRANT_CONTRACT",
    finance: null,
    terms: { ...facts().terms, purpose: null, reporting: null },
    tasks: Array.from({ length: 50 }, (_, at) => ({
      task: `Zadanie ${String(at)} ${"z opisem ".repeat(25)}`.trim(),
      whose: "Fundacja Źródło",
      part: "CONTRIBUTES" as const,
    })),
  });
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, at) => {
    expect(page).toContain("PROJEKT");
    expect(page).toContain(
      `strona ${String(at + 1)} z ${String(pages.length)}`,
    );
  });
  const text = pages.join(" ");
  expect(text).toContain("Stan: projekt.");
  expect(text).toContain("Zadanie 49");
  for (const left of [
    "po co strony",
    "powierzane, czy wspierane",
    "kto i za co płaci",
    "co, komu i kiedy",
  ])
    expect(text).toMatch(
      new RegExp(`Do ustalenia przed podpisaniem: [^.]*${left}`),
    );

  expect(await said({ status: "ACTIVE" })).not.toMatch(/projekt/i);
  expect(await said({ status: "TERMINATED" })).toContain("JUŻ NIE OBOWIĄZUJE");
  expect(await said({ status: "AGREED" })).toContain("DO PODPISU");
});

it("tells money in words of this country, and only to who may read it", async () => {
  const open = await said({});
  expect(open).toMatch(/12\s?345,67\szł/);
  expect(open).toContain("Po każdym kwartale.");
  const closed = await said({ finance: "hidden" });
  expect(closed).toContain("nie są częścią tego wydruku");
  expect(closed).not.toMatch(/345,67|kwartale\.\s*§/);
});

it("says of every referral how soon it is answered, as it is asked for in practice", async () => {
  const some = await said({});
  expect(some).toMatch(
    /nagłe 6 godzin pilne 1 dzień roboczy \(zwykły termin sieci\) zwykłe 5 dni roboczych \(zwykły termin sieci\)/,
  );
  expect(some).toContain("gdzie umowa nie ustala własnego");
  const all = await said({
    answers: bindingTimes(
      Object.assign(new Agreement(), {
        number: "A15",
        answerEmergency: "4h",
        // a day and a night of the clock are a day at work (decision 0033)
        answerUrgent: "24h",
        answerStandard: "20h",
      }),
    ),
  });
  expect(all).toMatch(
    /nagłe 4 godziny pilne 1 dzień roboczy zwykłe 1 dzień roboczy/,
  );
  expect(all).not.toContain("termin sieci");
});

it("is what the form says of a field that is left empty", () => {
  expect(
    JSON.parse(readFileSync("client/i18n/pl/agreements.json", "utf8")),
  ).toHaveProperty(
    "timeHint",
    Object.fromEntries(
      bindingTimes(new Agreement()).map((time) => [
        time.priority,
        `Puste: ${answerTime(time)}`,
      ]),
    ),
  );
});

it("names the programme that it carries out, and whom to turn to on each side", async () => {
  const programme = "Opieka blisko domu";
  const contact = "Jadwiga Robocza, koordynatorka, jadwiga@splot.example";
  const parties = [
    aParty({ name: "CUS w Gęsiej Wólce", isHub: true }),
    aParty({ contact }),
    aParty({ contact: "Ktoś, kto wyszedł", leftOn: "2026-02-01" }),
  ];
  const text = await said({ programme, parties });
  expect(text).toContain(`wykonuje program usług społecznych: ${programme}.`);
  expect(text).toContain("Osoby do kontaktu");
  expect(text).toContain("Jadwiga Robocza, koordynatorka");
  expect(text).not.toContain("Ktoś, kto wyszedł");
  const partnership = await said({ kind: "PROGRAMME_PARTNERSHIP", programme });
  expect(partnership.split(programme)).toHaveLength(2);
  expect(
    await said({ kind: "PROGRAMME_PARTNERSHIP", status: "DRAFT" }),
  ).toContain("Do ustalenia przed podpisaniem: który to program.");
});
