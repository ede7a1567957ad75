// Lists of real shape and invented content: what comes in, what is refused and why, and what a second time changes.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt } from "../support/commands.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";

const fixtures = join(import.meta.dirname, "fixtures");
const units = join(fixtures, "units.csv");
const homes = join(fixtures, "homes.csv");

let api: Api;
let operator: ReturnType<typeof operatorAt>;
beforeAll(async () => {
  api = await openApi();
  operator = operatorAt(api);
});
afterAll(() => api.close());

async function aSlug(): Promise<{ centre: TestCentre; slug: string }> {
  const centre = await aCentre(api);
  const [row] = await centre.asSystem((work) =>
    work.rows<{ slug: string }>("select slug from centre where id = $1", [
      centre.id,
    ]),
  );
  return { centre, slug: row?.slug ?? "" };
}

const load = (slug: string, map: string, file: string, ...more: string[]) =>
  operator.import("--centre", slug, "--map", map, "--file", file, ...more);

function count(centre: TestCentre): Promise<unknown[]> {
  return centre.asSystem((work) =>
    work.rows(`select (select count(*)::int from partner) as partners, (select count(*)::int from service) as services,
      (select position::int from centre_log) as position`),
  );
}

/** The list with a change in it, as it may come next year. */
function changed(from: string, to: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "splot-list-")), "homes.csv");
  writeFileSync(file, readFileSync(homes, "utf8").replace(from, to));
  return file;
}

it("tells each refused line with its reason", async () => {
  const { slug } = await aSlug();
  const told = await load(slug, "social-assistance-units", units);
  expect(told).toEqual({
    status: 0,
    complained: [],
    printed: [
      'line 4 refused: bad TERC "9702011"',
      'line 5 refused: bad postcode "0-2"',
      'line 6 refused: bad telephone "12"',
      'line 7 refused: bad web address "ftp:/bad"',
      'line 8 refused: "XYZ" in column kind is not in the mapping',
      "2 added, 0 changed, 0 unchanged, 5 refused",
    ],
  });
});

it("brings services with their total, never confirmed, with no place free", async () => {
  const { centre, slug } = await aSlug();
  const told = await load(slug, "day-and-residential-care", homes);
  expect(told.printed).toEqual([
    "line 7 refused: the same as line 2",
    "line 8 refused: the name is missing",
    'line 9 refused: bad number "wiele"',
    "1 services without a number have the total 0: lines 3",
    "5 added, 0 changed, 0 unchanged, 3 refused",
  ]);
  const rows = await centre.asSystem((work) =>
    work.rows(
      `select p.name, p.address, s.name as service, s.area, s.entry_mode, s.fee_grosze, s.description, c.total, c.confirmed_at
       from service s join partner p on p.id = s.partner_id join capacity c on c.service_id = s.id order by p.name`,
    ),
  );
  expect(rows).toContainEqual({
    name: "Dom Pomocy Społecznej „Pod Lipą”",
    address: "ul. Lipowa 5, 00-001 Próbowo",
    service: "Miejsce w domu pomocy społecznej",
    area: "SOCIAL_ASSISTANCE",
    entry_mode: "ADMIN_DECISION",
    fee_grosze: 750_000,
    description: "Profil: E,F",
    total: 60,
    confirmed_at: null,
  });
  const free = await centre.asSystem((work) =>
    work.rows("select from capacity_bands($1) where takes_now", [
      api.clock.now(),
    ]),
  );
  expect(free).toEqual([]);
});

it("doubles nothing the second time, and writes nothing", async () => {
  const { centre, slug } = await aSlug();
  await load(slug, "day-and-residential-care", homes);
  const before = await count(centre);
  const told = await load(slug, "day-and-residential-care", homes);
  expect(told.printed.at(-1)).toBe(
    "0 added, 0 changed, 5 unchanged, 3 refused",
  );
  expect(await count(centre)).toEqual(before);
});

it("changes what changed in the list, and no number that somebody vouched for", async () => {
  const { centre, slug } = await aSlug();
  await load(slug, "day-and-residential-care", homes);
  await centre.asSystem((work) =>
    work.rows(
      `with vouched as (
         update capacity set confirmed_at = $1, version = version + 1 where total = 30 returning *
       )
       insert into capacity_event (centre_id, service_id, version, kind, at)
       select centre_id, service_id, version, 'CONFIRM', $1 from vouched`,
      [api.clock.now()],
    ),
  );
  const more = await load(
    slug,
    "day-and-residential-care",
    changed("próbne,30,", "próbne,32,"),
  );
  expect(more.printed.slice(-2)).toEqual([
    "1 services keep the total that somebody vouched for: lines 4",
    "0 added, 0 changed, 5 unchanged, 3 refused",
  ]);
  const other = await load(
    slug,
    "day-and-residential-care",
    changed("próbne,15,", "próbne,18,"),
  );
  expect(other.printed.at(-1)).toBe(
    "0 added, 1 changed, 4 unchanged, 3 refused",
  );
});

it("changes nothing in a dry run, and tells the same counts", async () => {
  const { centre, slug } = await aSlug();
  const before = await count(centre);
  const dry = await load(slug, "day-and-residential-care", homes, "--dry-run");
  expect(await count(centre)).toEqual(before);
  const real = await load(slug, "day-and-residential-care", homes);
  expect(dry.printed.slice(0, -1)).toEqual(real.printed.slice(0, -1));
  expect(dry.printed.at(-1)).toBe(
    `${real.printed.at(-1) ?? ""}; a dry run: nothing was changed`,
  );
});

it("keeps nothing of a list that breaks in the middle", async () => {
  const { centre, slug } = await aSlug();
  const before = await count(centre);
  const told = await load(
    slug,
    "day-and-residential-care",
    changed('"A,B"', '"A,B'),
  );
  expect(told.status).toBe(1);
  expect(await count(centre)).toEqual(before);
});

it("keeps nothing of a list in another encoding, or of one line without an end", async () => {
  const { centre, slug } = await aSlug();
  const before = await count(centre);
  const file = changed("próbne", "próbne");
  // as spreadsheets of old write Polish (Windows-1250): ó is one byte
  writeFileSync(file, Buffer.from(readFileSync(homes, "utf8"), "latin1"));
  const foreign = await load(slug, "day-and-residential-care", file);
  expect([foreign.status, foreign.complained.join()]).toEqual([
    1,
    expect.stringContaining("it is not UTF-8"),
  ]);
  writeFileSync(
    file,
    `${readFileSync(homes, "utf8")}\n"${"x".repeat(3_000_000)}`,
  );
  const endless = await load(slug, "day-and-residential-care", file);
  expect([endless.status, endless.complained.join()]).toEqual([
    1,
    expect.stringContaining("Max Record Size"),
  ]);
  expect(await count(centre)).toEqual(before);
});

it.each([
  ["nowhere", "day-and-residential-care", homes, /There is no centre/],
  [null, "no-such-map", homes, /There is no mapping/],
  [null, "day-and-residential-care", "/nowhere.csv", /There is no file/],
  [null, "day-and-residential-care", units, /no column "profile"/],
  [null, units, homes, /no JSON/],
])("refuses in a sentence: %s %s %s", async (centre, map, file, sentence) => {
  const { slug } = await aSlug();
  const told = await load(centre ?? slug, map, file);
  expect(told.status).toBe(1);
  expect(told.complained.join()).toMatch(sentence);
});
