// The public pages of a centre as a resident's browser and a search engine's program meet them.
import { readFileSync } from "node:fs";

import { situations } from "../../server/residents/situations.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre } from "../support/world.js";

type Offered = Awaited<ReturnType<TestPartner["aService"]>>;

let api: Api;
let doors: Doors;
let centre: TestCentre;
let club: TestPartner;
let editor: Person;
let slug: string;
let chess: Offered;
let shelter: Offered;
let hidden: Offered;

beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  centre = await aCentre(api);
  club = await centre.aPartner({ name: "Klub Seniora „Jesień” <b>" });
  editor = await club.aPerson("PARTNER_EDITOR");
  chess = await club.aService({
    name: "Szachy & warcaby <dla każdego>",
    description: "Partie, nauka i </script><script>alert(1)</script>.",
    area: "CULTURE",
    entryMode: "OPEN",
    total: 7,
  });
  shelter = await club.aService({
    name: "Ogrzewalnia",
    area: "HOUSING",
    entryMode: "OPEN",
    total: 1003,
  });
  hidden = await club.aService({
    name: "Tylko dla sieci",
    area: "CULTURE",
    visibility: "NETWORK",
  });
  await centre.asSystem(async (work) => {
    await work.rows(
      `update partner set address = 'ul. Lipowa 5, 30-001 Jarzębinów', phone = '+48120000000' where id = $1`,
      [club.id],
    );
    await work.rows(
      `update service set emergency = true, fee_grosze = 1550, fee_unit = 'TICKETS_EVENT' where id = $1`,
      [shelter.id],
    );
    await work.rows(
      `update centre set public_page = '{"email":"uslugi@gmina.example","since":"2026-09-01"}' where id = $1`,
      [centre.id],
    );
    const [row] = await work.rows<{ slug: string }>(
      "select slug from centre where id = $1",
      [centre.id],
    );
    slug = row?.slug ?? "";
  });
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${doors.url}${path}`, {
    headers: { accept: "text/html", ...headers },
  });

async function read(path: string): Promise<string> {
  const answer = await get(path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${text}`);
  return text;
}

it("tells of a service all that people ask, in both languages, and is one page in both", async () => {
  const page = await read(`/uslugi/${slug}/usluga/${shelter.id}`);
  for (const words of [
    "Ogrzewalnia",
    "15,50 zł za wejściówkę",
    "Przyjdź bez zapisów",
    "ul. Lipowa 5",
    "Są wolne miejsca",
    "tel:+48120000000",
    "12 000 00 00",
    '<html lang="pl">',
    `hreflang="en" href="http://localhost:4000/services/${slug}/service/${shelter.id}"`,
    `rel="canonical" href="http://localhost:4000/uslugi/${slug}/usluga/${shelter.id}"`,
  ])
    expect(page).toContain(words);
  const english = await read(`/services/${slug}/service/${shelter.id}`);
  for (const words of ["15.50 zł a ticket", "Just come", '<html lang="en">'])
    expect(english).toContain(words);
});

it("is found by words, forms and slips of the hand, by situation, price and places", async () => {
  const list = `/uslugi/${slug}/lista`;
  const found = async (query: string) => {
    const whole = await read(`${list}?${query}`);
    // what is pressing stands on every page
    const page = whole.slice(whole.indexOf('id="found"'));
    return [chess, shelter].filter(({ id }) => page.includes(`/usluga/${id}"`));
  };
  expect(await found("")).toEqual([chess, shelter]);
  expect(await found("q=szachami")).toEqual([chess]);
  expect(await found("q=ogzewalnia")).toEqual([shelter]);
  expect(await found("q=spadochron")).toEqual([]);
  expect(await found("sprawa=dach")).toEqual([shelter]);
  expect(await found("sprawa=czas-wolny&bezplatne=1")).toEqual([chess]);
  expect(await found("bezplatne=1&sprawa=dach")).toEqual([]);
  expect(await found("miejsca=1&q=szachy")).toEqual([chess]);
  expect(await found("strona=-1&sprawa=%00&q=%ED%A0%80%00")).toEqual([]);
  expect(await read(`${list}?q=ogzewalnia`)).toContain("ogrzewalnia");
});

it("understands what somebody in need writes, and leaves nobody without a way on", async () => {
  const list = `/uslugi/${slug}/lista`;
  for (const said of [
    "nie mam gdzie spać",
    "Wyrzucił mnie z domu",
    "zimno mi",
  ]) {
    const page = await read(`${list}?q=${encodeURIComponent(said)}`);
    const told = page.slice(page.indexOf('id="told-dach"'));
    expect([said, told.includes(`/usluga/${shelter.id}"`)]).toEqual([
      said,
      true,
    ]);
    expect(page).not.toContain("Tak nie nazywa się");
    // in the list once, beside what stands above for whoever is in danger
    expect(told.split(`/usluga/${shelter.id}"`)).toHaveLength(2);
  }
  const english = await read(`/services/${slug}/list?q=nowhere+to+sleep`);
  expect(english).toContain('id="told-home"');
  // the name of a service is no cry for help
  expect(await read(`${list}?q=szachy`)).not.toContain('id="told-');
  const nothing = await read(`${list}?q=spadochron`);
  const after = nothing.slice(nothing.indexOf("Tak nie nazywa się"));
  for (const { slug: situation } of situations)
    expect(after).toContain(`sprawa=${situation.pl}`);
  expect(nothing.indexOf("tel:112")).toBeLessThan(
    nothing.indexOf("Tak nie nazywa się"),
  );
});

it("asks for the municipality on a page with a head and the other language", async () => {
  expect(await read("/uslugi")).toMatch(/<header>[^]*href="\/services"/);
});

it("shows nothing that is not for everybody, in no byte and at no address", async () => {
  const pages = ["", "/lista", "/ulotka", "/sitemap.xml"];
  const told = await Promise.all(
    [...pages, "/lista?q=sieci"].map((page) => read(`/uslugi/${slug}${page}`)),
  );
  expect(told.join("")).not.toContain("Tylko dla sieci");
  expect(told.join("")).not.toContain(hidden.id);
  for (const path of [
    `/uslugi/${slug}/usluga/${hidden.id}`,
    `/uslugi/${slug}/usluga/x`,
    `/uslugi/${slug}/usluga`,
    `/uslugi/${slug}/lista/2`,
    `/uslugi/${slug}/list`,
    `/uslugi/nie-ma-takiej`,
  ]) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain("Nie ma takiej strony");
  }
});

it("tells places as a band: no number of them stands on any page", async () => {
  const pages = ["", "/lista", "/ulotka", `/usluga/${shelter.id}`];
  const told = await Promise.all(
    pages.map((page) => read(`/uslugi/${slug}${page}`)),
  );
  expect(told.join("")).not.toMatch(/100[0-9]/);
});

it("runs nothing, keeps nothing, and lets nothing in that somebody wrote", async () => {
  const answer = await get(`/uslugi/${slug}/usluga/${chess.id}`);
  const page = await answer.text();
  expect(answer.headers.get("set-cookie")).toBeNull();
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("Szachy &amp; warcaby &lt;dla każdego&gt;");
  const [, facts = ""] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(facts)).toMatchObject({
    "@type": "Service",
    name: "Szachy & warcaby <dla każdego>",
    provider: { name: "Klub Seniora „Jesień” <b>" },
    offers: { price: "0.00", priceCurrency: "PLN" },
  });
  expect(page.match(/<script/g)).toHaveLength(1);
});

it("is never kept longer than it is true, and not sent twice", async () => {
  const path = `/uslugi/${slug}/usluga/${chess.id}`;
  const first = await get(path);
  expect(first.headers.get("cache-control")).toBe("public, no-cache");
  const etag = first.headers.get("etag") ?? "";
  const again = await get(path, { "if-none-match": etag });
  // a minute may have passed meanwhile
  if (again.status !== 304)
    expect(
      (await get(path, { "if-none-match": again.headers.get("etag") ?? "" }))
        .status,
    ).toBe(304);
  const { data } = await editor.ask(
    `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }`,
    { input: { serviceId: chess.globalId, total: 0 } },
  );
  expect(data).toMatchObject({ setCapacity: { __typename: "Service" } });
  const changed = await get(path, { "if-none-match": etag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain("Brak możliwości przyjęcia");
});

it("leads search engines to every page, and away from what is for show", async () => {
  const robots = await (await get("/robots.txt")).text();
  expect(robots).toContain("Allow: /uslugi");
  expect(robots).toContain("Sitemap: http://localhost:4000/sitemap.xml");
  expect(await read("/sitemap.xml")).toContain(
    `<loc>http://localhost:4000/uslugi/${slug}/sitemap.xml</loc>`,
  );
  const map = await read(`/uslugi/${slug}/sitemap.xml`);
  expect(map).toContain(
    `<loc>http://localhost:4000/services/${slug}/service/${chess.id}</loc>`,
  );
  expect(await read(`/uslugi/${slug}`)).not.toContain("noindex");
  expect(await read(`/uslugi/${slug}/lista?q=klub`)).toContain("noindex");
  await centre.asSystem((work) =>
    work.rows("update centre set is_trial = true where id = $1", [centre.id]),
  );
  expect(await read(`/uslugi/${slug}`)).toContain("noindex");
  expect(await read("/sitemap.xml")).not.toContain(`/${slug}/`);
  expect(await read(`/uslugi/${slug}/sitemap.xml`)).not.toContain("<loc>");
  expect(await read("/uslugi")).toContain(`/uslugi/${slug}"`);
});

it("states its accessibility with the ids that the technical conditions ask for", async () => {
  for (const path of [
    `/uslugi/${slug}/dostepnosc`,
    `/services/${slug}/accessibility`,
  ]) {
    const page = await read(path);
    const ids = [...page.matchAll(/id="(a11y-[a-z-]+)"/g)].map(([, id]) => id);
    expect(ids.toSorted()).toEqual(
      [
        "a11y-aplikacje",
        "a11y-architektura",
        "a11y-audytor",
        "a11y-data-aktualizacja",
        "a11y-data-przeglad",
        "a11y-data-publikacja",
        "a11y-data-sporzadzenie",
        "a11y-deklaracja",
        "a11y-email",
        "a11y-kontakt",
        "a11y-osoba",
        "a11y-podmiot",
        "a11y-procedura",
        "a11y-status",
        "a11y-telefon",
        "a11y-url",
        "a11y-wstep",
      ].toSorted(),
    );
    expect(page).toContain(
      '<time id="a11y-data-publikacja" datetime="2026-09-01">',
    );
    expect(page).toContain("uslugi@gmina.example");
  }
});

it("has the colours of the product", () => {
  const colours = (path: string) =>
    [
      ...readFileSync(path, "utf8").matchAll(
        /(--[a-z0-9-]+): (#[0-9a-f]{6});/g,
      ),
    ].map(([, name, value]) => `${name ?? ""} ${value ?? ""}`);
  const known = new Set(colours("client/design/tokens.css"));
  const foreign = colours("server/residents/page.css").filter(
    (colour) => !known.has(colour) && !colour.startsWith("--bg "),
  );
  expect(foreign).toEqual([]);
});

it("has a situation for every area of the Act but general assistance", () => {
  const areas = new Set(situations.flatMap((one) => one.areas));
  expect(areas.size).toBe(13);
});
