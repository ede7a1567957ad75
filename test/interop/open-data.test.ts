// The read API of HSDS 3.1 as a stranger's program meets it: valid in every record, and nothing in it that is not for everybody.
import { randomUUID } from "node:crypto";

import { Pace } from "../../server/platform/open-room.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { faults, openApiPaths } from "./hsds/valid.js";

interface Page {
  total_items: number;
  total_pages: number;
  size: number;
  empty: boolean;
  last_page: boolean;
  contents: Row[];
}
type Row = Record<string, unknown> & {
  id: string;
  name?: string;
  taxonomy_id?: string;
};

const NOUNS = new Map([
  ["services", "service"],
  ["organizations", "organization"],
  ["service_at_locations", "service_at_location"],
  ["taxonomies", "taxonomy"],
  ["taxonomy_terms", "taxonomy_term"],
]);

let api: Api;
let doors: Doors;
let centre: TestCentre;
let club: TestPartner;
let base: string;
const published: string[] = [];

beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api, { openPace: new Pace(100_000) });
  centre = await aCentre(api);
  club = await centre.aPartner({ name: "Klub Seniora „Jesień”" });
  const shown = [
    await club.aService({ name: "Szachy dla każdego", area: "CULTURE" }),
    await club.aService({
      name: "Gimnastyka łagodna",
      area: "SPORT_TOURISM",
      entryMode: "OPEN",
    }),
    await club.aService({
      name: "Obiady",
      area: "SOCIAL_ASSISTANCE",
      suspended: true,
    }),
  ];
  published.push(...shown.map(({ id }) => id));
  await centre.asSystem(async (work) => {
    await work.rows(
      `update partner set address = 'ul. Lipowa 5, 30-001 Jarzębinów', terc = '1206011', website = 'https://jesien.example',
         phone = '+48120000000', krs = '0000123456', regon = '192598184', nip = '1234563218' where id = $1`,
      [club.id],
    );
    await work.rows(
      `update service set fee_grosze = 1550, fee_unit = 'PLACES', event_on = '2026-12-05', sphere = 'SOCIAL', emergency = true,
         description = 'Partie i nauka.', place = 'ul. Polna 1, 30-002 Jarzębinów' where id = $1`,
      [published[0]],
    );
    await work.rows(`update service set status = 'PAUSED' where id = $1`, [
      published[2],
    ]);
  });
  const [row] = await centre.asSystem((work) =>
    work.rows<{ slug: string }>("select slug from centre where id = $1", [
      centre.id,
    ]),
  );
  base = `${doors.url}/hsds/${row?.slug ?? ""}`;
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

async function read<Answer = Page>(path: string): Promise<Answer> {
  const answer = await fetch(`${base}/${path}`);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${text}`);
  // what the test's own assertions look at
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return JSON.parse(text) as Answer;
}

const ids = (page: Page) => page.contents.map(({ id }) => id).sort();

it("is valid in every record, in lists, whole and by id", async () => {
  for (const [path, noun] of NOUNS) {
    const whole = ["services", "organizations", "service_at_locations"];
    const full = whole.includes(path) ? ["full=true"] : [];
    for (const query of ["", ...full]) {
      const page = await read(`${path}?per_page=100&${query}`);
      expect(page.contents.length).toBeGreaterThan(0);
      expect(page.contents.flatMap((one) => faults(noun, one))).toEqual([]);
    }
    const [first] = (await read(path)).contents;
    const one = await read<Row>(`${path}/${first?.id ?? ""}`);
    expect(faults(noun, one)).toEqual([]);
  }
});

it("tells of a service what the standard has a name for", async () => {
  const chess = await read<Row>(`services/${published[0] ?? ""}`);
  expect(chess).toMatchObject({
    name: "Szachy dla każdego",
    status: "active",
    organization_id: club.id,
    fees_description: "15,50 zł za miejsce",
    cost_options: [{ amount: 15.5, currency: "PLN" }],
    schedules: [{ valid_from: "2026-12-05" }],
    phones: [{ number: "+48120000000" }],
    service_at_locations: [
      {
        location: {
          addresses: [
            {
              address_1: "ul. Polna 1",
              postal_code: "30-002",
              city: "Jarzębinów",
              state_province: "małopolskie",
              country: "PL",
            },
          ],
        },
      },
    ],
  });
  const paused = await read<Row>(`services/${published[2] ?? ""}`);
  expect(paused["status"]).toBe("temporarily closed");
  const organization = await read<Row>(`organizations/${club.id}`);
  expect(organization["organization_identifiers"]).toMatchObject([
    { identifier_type: "PL-REGON", identifier: "192598184" },
    { identifier_type: "PL-KRS", identifier: "0000123456" },
  ]);
  expect(JSON.stringify(organization)).not.toContain("1234563218");
});

it("asks by what the standard asks by", async () => {
  for (const [path, parameters] of openApiPaths()) {
    const name = path.split("/")[1] ?? "";
    if (name === "" || path.endsWith("{id}")) continue;
    const api = await read<{
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    }>("openapi.json");
    const ours = api.paths[path]?.get.parameters.map((one) => one.name) ?? [];
    // there is no map of postal codes here, so nothing is asked by distance
    const lacking = parameters.filter((one) => !ours.includes(one));
    expect(lacking).toEqual(
      name === "service_at_locations" ? ["postcode", "proximity"] : [],
    );
  }
});

it("finds by words, organisation, term, taxonomy and time", async () => {
  const [chess = "", gym = "", meals = ""] = published;
  expect(ids(await read("services?search=SZACHY%20kazdego"))).toEqual([chess]);
  expect(ids(await read("services?search=jesien"))).toEqual(
    [...published].sort(),
  );
  expect(ids(await read(`services?organization_id=${randomUUID()}`))).toEqual(
    [],
  );
  const terms = await read("taxonomy_terms?per_page=100");
  const term = (name: string) =>
    terms.contents.find((one) => one.name === name)?.id ?? "";
  const by = async (name: string, of = "services") =>
    ids(await read(`${of}?taxonomy_term_id=${term(name)}`));
  expect(await by("kultura")).toEqual([chess]);
  expect(await by("bez zapisów")).toEqual([gym]);
  expect(await by("teraz nieczynne")).toEqual([meals]);
  expect(await by("przyjmuje w nagłej sytuacji")).toEqual([chess]);
  expect(await by("stowarzyszenie lub fundacja", "organizations")).toEqual([
    club.id,
  ]);
  expect(await by("kultura", "organizations")).toEqual([club.id]);
  expect(await by("kultura", "service_at_locations")).toEqual([chess]);
  const emergencies = terms.contents.find(
    (one) => one.name === "przyjmuje w nagłej sytuacji",
  );
  expect(
    ids(await read(`services?taxonomy_id=${emergencies?.taxonomy_id ?? ""}`)),
  ).toEqual([chess]);
  expect(ids(await read("services?modified_after=2199-01-01"))).toEqual([]);
  expect(
    ids(await read("services?modified_after=2000-01-01T00:00:00Z")),
  ).toHaveLength(3);
});

it("comes in pages, whole in lines, and in two words each", async () => {
  const first = await read("services?per_page=2");
  const second = await read("services?per_page=2&page=2");
  expect([first.total_items, first.total_pages, first.size]).toEqual([3, 2, 2]);
  expect([first.last_page, second.last_page]).toEqual([false, true]);
  expect([...ids(first), ...ids(second)].sort()).toEqual([...published].sort());
  expect((await read("services?page=9")).empty).toBe(true);
  const minimal = await read("services?minimal=true&per_page=1000");
  expect(Object.keys(minimal.contents[0] ?? {})).toEqual([
    "id",
    "modified_date",
  ]);
  const lines = await fetch(`${base}/services?format=ndjson&full=true`);
  const records = (await lines.text()).trim().split("\n");
  expect(records).toHaveLength(3);
  expect(records.flatMap((one) => faults("service", JSON.parse(one)))).toEqual(
    [],
  );
});

it("shows nothing that is not for everybody, and no more of it than is named", async () => {
  const hidden = [
    await club.aService({ name: "Tylko sieć", visibility: "NETWORK" }),
    await club.aService({ name: "Tylko CUS", visibility: "HUB_ONLY" }),
    await club.aService({ name: "Superwizja", forResidents: false }),
  ];
  const resting = await centre.aPartner({ name: "Zawieszony" });
  hidden.push(await resting.aService({ name: "Usługa zawieszonego" }));
  const sole = await centre.aPartner({ name: "Jan Usługi", kind: "EMPLOYER" });
  const work = await sole.aService({ name: "Staż" });
  await club.aContact();
  await centre.asSystem(async (as) => {
    await as.rows(`update partner set status = 'SUSPENDED' where id = $1`, [
      resting.id,
    ]);
    await as.rows(
      `update partner set address = 'ul. Prywatna 7, 30-003 Dom', phone = '+48600000001', regon = '123456785' where id = $1`,
      [sole.id],
    );
  });
  // every text that is not published, as a word that stands nowhere else
  const unsaid = await centre.asSystem(async (as) => {
    await as.rows(
      `update partner set statutory_aims = 'kanarek1', legal_form = 'kanarek2', status_reason = 'kanarek3', data_role_reason = 'kanarek4',
         register_entry = 'kanarek6', import_key = 'kanarek7' where id = $1`,
      [club.id],
    );
    return as.rows<{ text: string }>(
      `select unnest(array[name, position, work_email, work_phone]) as text from contact_person where partner_id = $1`,
      [club.id],
    );
  });
  const texts: string[] = [];
  for (const path of NOUNS.keys())
    for (const query of ["full=true", "minimal=true", "full_service=true"]) {
      const answer = await fetch(`${base}/${path}?${query}&format=ndjson`);
      texts.push(await answer.text());
    }
  texts.push(JSON.stringify(await read(`organizations/${sole.id}`)));
  texts.push(JSON.stringify(await read(`services/${work.id}`)));
  const all = texts.join("\n");
  expect(all).toContain("Szachy dla każdego");
  expect(all).toContain("Jan Usługi");
  for (const { id } of hidden) {
    expect(all).not.toContain(id);
    expect((await fetch(`${base}/services/${id}`)).status).toBe(404);
  }
  expect((await fetch(`${base}/organizations/${resting.id}`)).status).toBe(404);
  for (const word of [
    "kanarek",
    "Zawieszon",
    "Prywatna",
    "48600000001",
    "123456785",
    ...unsaid.map(({ text }) => text).filter(Boolean),
  ])
    expect(all).not.toContain(word);
  // what is told of places is a band, never a number
  expect(all).not.toMatch(/"(capacities|available|maximum|contacts)"/);
});

it("is one described table as well, and no cell of it a formula", async () => {
  const formula = await club.aService({ name: "=HYPERLINK(1)" });
  const folder = base.replace("/hsds/", "/otwarte-dane/");
  const answer = await fetch(`${folder}/uslugi.csv`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(answer.headers.get("content-disposition")).toMatch(/uslugi-.*\.csv/);
  const text = await answer.text();
  const lines = text.trim().split("\n");
  const described: unknown = await (await fetch(`${folder}/opis.json`)).json();
  for (const column of (lines[0] ?? "").split(","))
    expect(JSON.stringify(described)).toContain(`"name":"${column}"`);
  const { total_items } = await read("services");
  expect(lines).toHaveLength(total_items + 1);
  const chess = lines.find((line) => line.startsWith(published[0] ?? "?"));
  expect(chess).toContain("Szachy dla każdego,Partie i nauka.,kultura,");
  expect(chess).toContain('"15,50 zł za miejsce"');
  expect(chess).toContain('"ul. Polna 1, 30-002 Jarzębinów",Klub Seniora');
  expect(chess).toContain(",+48120000000,");
  expect(lines.find((line) => line.startsWith(formula.id))).toContain(
    `${formula.id},'=HYPERLINK(1),`,
  );
  expect(text).not.toContain("Tylko");
  for (const [path, status] of [
    ["uslugi.xlsx", 404],
    ["uslugi.csv?page=1", 400],
    ["uslugi.csv/x", 404],
  ] as const)
    expect((await fetch(`${folder}/${path}`)).status).toBe(status);
});

it("lets pages of any origin read, says when nothing changed, and takes nothing in", async () => {
  const url = `${base}/services`;
  const first = await fetch(url, {
    headers: { origin: "https://elsewhere.example" },
  });
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  expect(first.headers.get("set-cookie")).toBeNull();
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(url, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const preflight = await fetch(url, { method: "OPTIONS" });
  expect([
    preflight.status,
    preflight.headers.get("access-control-allow-methods"),
  ]).toEqual([204, "GET, HEAD"]);
  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(405);
  await club.aService({ name: "Nowa usługa" });
  const changed = await fetch(url, { headers: { "if-none-match": etag } });
  expect(changed.status).toBe(200);
});

it("refuses in a sentence what cannot be understood", async () => {
  for (const [path, status] of [
    ["services?page=0", 400],
    ["services?per_page=101", 400],
    ["services?page=1e3", 400],
    ["services?full=maybe", 400],
    ["services?organization_id=1", 400],
    ["services?modified_after=wczoraj", 400],
    ["services?format=xml", 400],
    ["services?search=%00", 400],
    ["services?nazwa=x", 400],
    ["services/not-an-id", 404],
    [`services/${randomUUID()}`, 404],
    [`services/${published[0] ?? ""}/more`, 404],
    ["contacts", 404],
    ["%E0%A4%A", 400],
    [`services?search=${"x".repeat(2_000)}`, 414],
  ] as const) {
    const answer = await fetch(`${base}/${path}`);
    expect([path, answer.status]).toEqual([path, status]);
    expect(await answer.text()).toMatch(/^\{"message":"[^"]/);
  }
  expect((await fetch(`${doors.url}/hsds/nowhere/services`)).status).toBe(404);
});

it("answers one caller only so often, and a list without pages less often", async () => {
  const slow = await openDoors(api, { openPace: new Pace(24) });
  try {
    const url = `${slow.url}${new URL(base).pathname}`;
    const ask = async (query: string) =>
      (await fetch(`${url}/services?${query}`)).status;
    expect(await ask("format=ndjson")).toBe(200);
    expect(await ask("")).toBe(200);
    expect(await ask("format=ndjson")).toBe(429);
    const refused = await fetch(`${url}/services`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  } finally {
    await slow.close();
  }
});
