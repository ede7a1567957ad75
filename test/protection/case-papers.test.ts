// What leaves of a case on paper: what was sent to whom and who saw it, in plain words; nobody else's data, and hers only for a purpose (stories R2, K22, K24).
import { partsOfReferral, personalFields } from "../../server/audit/index.js";
import { readPdf } from "../agreements/read-pdf.js";
import { linesOf } from "../audit/recorded.js";
import { ANNA, doCase, openFor, show } from "../cases/keeping.js";
import { arrange, inHours } from "../referrals/appointments/arranging.js";
import type { Outcome, Referring } from "../referrals/referring.js";
import { aReferring, move, outcomeOf, send } from "../referrals/referring.js";
import { basisInput, travel } from "../referrals/travel/travelling.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";

interface Block {
  text: string | null;
  points: string[] | null;
  head: string[] | null;
  rows: string[][] | null;
}
interface Printed extends Outcome {
  heading: string;
  until: string | null;
  opening: Block[];
  sections: { title: string; blocks: Block[] }[];
}

const BLOCK = "text points head rows";
const PRINT = `mutation ($input: PrintCaseInput!) { outcome: printCase(input: $input) { __typename
  ... on CasePaper { heading until opening { ${BLOCK} } sections { title blocks { ${BLOCK} } } }
  ... on InvalidInput { fields { path message } } ... on Problem { message } } }`;
const TAKE = `mutation ($input: ExportCaseInput!) { outcome: exportCase(input: $input) { __typename
  ... on CaseExport { csv lines } ... on Problem { message } } }`;

let api: Api;
let doors: Doors;
let referring: Referring;
let caseId: string;
let pseudonym: string;
let officer: Person;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  referring = await aReferring(api);
  const { kipus, centre, service, team, partner } = referring;
  officer = await centre.aPerson("IOD");
  const opened = await openFor(kipus, ANNA, { ownReference: "OPS.8120.14" });
  caseId = opened.id ?? "";
  pseudonym = opened.pseudonym ?? "";
  // of what the level allows she agreed to less
  await travel(
    kipus,
    "recordBasis",
    basisInput(caseId, partner, {
      fields: ["FIRST_NAME", "CONTACT_CHANNEL", "SURNAME"],
    }),
  );
  const sent = await send(kipus, service, {
    caseId,
    disclosureLevel: "L2_IDENTITY",
    ownReference: "=HYPERLINK(1)",
  });
  const id = sent.id ?? "";
  await move(team, "openReferral", id);
  await move(team, "acceptReferral", id, {
    appointment: { at: inHours(api, 48), place: "Lipowa 3" },
  });
  api.clock.pass({ hours: 49 });
  await arrange(team, "noteAppearance", {
    ...{ referralId: id, number: 1, came: true },
  });
  api.clock.pass({ hours: -49 });
  await move(team, "startReferral", id);
  await move(team, "completeReferral", id, {
    deliveredUnits: 3,
    result: "Umie już sama załatwić sprawę.",
  });
  for (let time = 0; time < 2; time += 1)
    await show(kipus, caseId, { note: "kanarek rozmowa" });
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

const print = async (
  person: Person,
  input: Record<string, unknown>,
): Promise<Printed> =>
  // the paper has more to tell than what referrals share
  // oxlint-disable-next-line typescript/consistent-type-assertions
  outcomeOf(
    await person.ask(PRINT, { input: { caseId, ...input } }),
  ) as Printed;

const wordsOf = (paper: Printed) => JSON.stringify(paper);

it("tells the resident in plain words what was sent to whom, who saw it, when, why and on which basis", async () => {
  const { kipus, team } = referring;
  const paper = await print(kipus, { kind: "WHO_SAW" });
  expect(paper.heading).toBe("Twoje dane: co przekazano i kto je widział");
  const tables = paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows }) => rows ?? []),
  );
  expect(tables).toContainEqual([
    "24 listopada 2026",
    expect.stringMatching(/^Partner .+\nUsługa .+\nSK\/2026\//),
    // what travelled, not what its level may carry
    "imię, kontakt, nazwisko",
    expect.stringMatching(/^porozumienie o współpracy .+\nTwoja zgoda$/),
    "usługa zakończona",
  ]);
  expect(tables).toContainEqual([
    expect.stringMatching(/^Partner /),
    "imię, kontakt, nazwisko",
    "Twoja zgoda",
    "od 24 listopada 2026\ndo 24 maja 2027",
  ]);
  expect(tables).toContainEqual([
    expect.stringContaining("24 listopada 2026, "),
    expect.stringContaining("koordynator"),
    expect.stringMatching(/^obejrzenie danych: imię, nazwisko, /),
    "kontakt z Tobą",
  ]);
  expect(tables).toContainEqual([
    expect.anything(),
    expect.stringMatching(/^pracownik, który przyjmuje skierowania, /),
    expect.stringMatching(/^przyjęcie skierowania\nSK/),
    "odpowiada na skierowanie",
  ]);
  // what one did again for the same that day stands once, with how often
  const rows = paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ head, rows: some }) =>
      head?.[0] === "Kiedy" && head.length === 4 ? (some ?? []) : [],
    ),
  );
  const told = rows.map(([, ...what]) => what.join());
  expect(new Set(told).size).toBe(told.length);
  expect(rows).toContainEqual([
    expect.stringMatching(
      /^24 listopada 2026, .+\nostatnio, 2 razy tego dnia$/,
    ),
    expect.stringContaining("koordynator"),
    expect.stringMatching(/^obejrzenie danych: /),
    "kontakt z Tobą",
  ]);
  // nobody who works with it, nobody's own words, and nothing of who she is unless asked for
  for (const other of [
    ...[kipus.name, team.name, "kanarek rozmowa", "HYPERLINK"],
    ...Object.values(ANNA).filter((value) => value !== "PHONE"),
  ])
    expect(wordsOf(paper)).not.toContain(other);
  expect(JSON.stringify(tables)).not.toMatch(/inne dane|[A-Z]{2,}_[A-Z]/);
  // whom she may ask is reached from the paper itself
  expect(wordsOf(paper)).toContain(`Kontakt z inspektorem: ${officer.email}`);
  const english = await print(kipus, { kind: "WHO_SAW", language: "en" });
  expect(wordsOf(english)).toContain("answers the referral");
});

it("says who she is for a purpose alone, for ten minutes, on record as a look; whoever else is named stays out", async () => {
  const { kipus, centre } = referring;
  const paper = await print(kipus, {
    kind: "WHO_SAW",
    identityFor: "ON_REQUEST",
  });
  expect(wordsOf(paper)).toContain(`${ANNA.name} ${ANNA.surname}`);
  expect(wordsOf(paper)).toContain(ANNA.place);
  expect(wordsOf(paper)).not.toContain("Wawrzyniec");
  expect(Date.parse(paper.until ?? "") - api.clock.now().getTime()).toBe(
    600_000,
  );
  const lines = await linesOf(officer, centre.globalId, { pseudonym });
  expect(lines.slice(-2)).toMatchObject([
    { change: "IdentityShown", purpose: "ON_REQUEST", action: "VIEW" },
    {
      change: "CasePrinted",
      action: "PRINT",
      fields: ["WHO_SAW"],
      purpose: "ON_REQUEST",
    },
  ]);
  for (const wrong of [
    { kind: "CASE_FILE", identityFor: "ON_REQUEST" },
    { kind: "WHO_SAW", identityFor: "OTHER" },
  ])
    expect((await print(kipus, wrong)).fields?.[0]?.path).toBe("identityFor");
});

it("lists the services that came of her referrals, and for the file what came of each, without a name", async () => {
  const { kipus } = referring;
  const card = await print(kipus, { kind: "SERVICE_CARD" });
  expect(card.sections[0]?.blocks[0]?.rows).toEqual([
    [
      expect.stringContaining("Usługa "),
      expect.stringContaining("Partner "),
      "1 miejsce",
      expect.stringMatching(
        /^24 listopada 2026 – 24 listopada 2026\ntermin 26 listopada 2026, .+: odbył się$/,
      ),
      "usługa zakończona\nwykonano: 3 wizyty\nUmie już sama załatwić sprawę.",
    ],
  ]);
  const file = await print(kipus, { kind: "CASE_FILE" });
  expect(wordsOf(file)).toContain("OPS.8120.14");
  expect(wordsOf(file)).toContain(pseudonym);
  // what travelled by name, and no level
  expect(wordsOf(file)).toContain("imię, kontakt, nazwisko");
  expect(wordsOf(file)).toContain("wykonano: 3");
  expect(wordsOf(file)).not.toMatch(/"L\d\\n/);
  const taken = await kipus.ask<{ outcome: { csv: string } }>(TAKE, {
    input: { caseId },
  });
  const csv = taken.data?.outcome.csv ?? "";
  expect(csv).toContain(`${pseudonym},OPS.8120.14,SK/2026/`);
  // what a spreadsheet would reckon with is text
  expect(csv).toContain(",'=HYPERLINK");
  expect(csv).toContain(
    ",L2_IDENTITY,FIRST_NAME CONTACT_CHANNEL SURNAME,CONSENT,",
  );
});

it("hands each out as a tagged PDF to her coordinator, on record, and to nobody else", async () => {
  const { kipus, centre } = referring;
  const ask = (person: Person | null, id: string) =>
    fetch(`${doors.url}/case-papers/${id}`, {
      method: "POST",
      headers: person ? { authorization: `Bearer ${person.token}` } : {},
    });
  const answer = await ask(kipus, `${caseId}.WHO_SAW.pl.ON_REQUEST`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain(
    `twoje-dane-${pseudonym}.pdf`,
  );
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const pdf = readPdf(Buffer.from(await answer.arrayBuffer()));
  const text = pdf.pages.join(" ");
  expect(text).toContain(ANNA.surname);
  expect(text).toContain("Co i komu przekazano");
  expect(pdf.roles).toMatchObject({ H1: 1, Table: 4 });
  const english = await ask(kipus, `${caseId}.SERVICE_CARD.en`);
  const read = readPdf(Buffer.from(await english.arrayBuffer()));
  expect(read.pages.join(" ")).toContain("page 1 of 1");
  expect(read.objects.join()).toContain("/Lang (en)");
  const lines = await linesOf(officer, centre.globalId, { pseudonym });
  expect(lines.at(-1)).toMatchObject({
    action: "EXPORT",
    change: "CasePrinted",
    fields: ["SERVICE_CARD"],
  });
  // what is fetched ahead or followed is no look
  const fetched = await fetch(
    `${doors.url}/case-papers/${caseId}.WHO_SAW.pl.ON_REQUEST`,
    { headers: { authorization: `Bearer ${kipus.token}` } },
  );
  expect(fetched.status).toBe(405);
  expect(await linesOf(officer, centre.globalId, { pseudonym })).toHaveLength(
    lines.length,
  );
  expect((await ask(null, `${caseId}.WHO_SAW.pl`)).status).toBe(401);
  for (const role of ["KIPUS", "OUS", "IOD", "DIRECTOR"] as const) {
    const other = await centre.aPerson(role);
    const refused = await ask(other, `${caseId}.WHO_SAW.pl`);
    expect([role, refused.status]).toEqual([role, 404]);
  }
  for (const odd of ["WHO_SAW.pl", `${caseId}.ALL.pl`, `${caseId}.WHO_SAW`])
    expect((await ask(kipus, odd)).status).toBe(404);
});

it("still says what was passed on after who she was got erased, and has a word for each field of a person", async () => {
  const { kipus } = referring;
  await doCase(kipus, "closeCase", { caseId, ifVersion: 1 });
  await doCase(kipus, "eraseIdentity", { caseId, ifVersion: 2 });
  const paper = await print(kipus, { kind: "WHO_SAW" });
  expect(wordsOf(paper)).toContain("usunięto na zawsze");
  // by name no more, which goes with her
  expect(wordsOf(paper)).toContain("najwyżej: imię i nazwisko, kontakt");
  expect(
    (await print(kipus, { kind: "WHO_SAW", identityFor: "ON_REQUEST" }))
      .message,
  ).toContain("nie ma danych");
  const { FIELD } =
    await import("../../server/protection/papers/paper-words.js");
  const told = Object.entries(personalFields).flatMap(([noun, ranks]) =>
    Object.keys(ranks)
      .filter((name) => ranks[name] === "PERSONAL")
      .map((name) => partsOfReferral[noun] ?? name),
  );
  expect(Object.keys(FIELD)).toEqual(expect.arrayContaining(told));
});
