// A package of HSDS of real shape and invented content: it goes in, comes out valid in every record, and goes in again without a change.
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Told } from "../support/commands.js";
import { operatorAt } from "../support/commands.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { faults } from "./hsds/valid.js";

const fixture = join(import.meta.dirname, "fixtures", "package");
const MEALS = "cccccccc-0000-4000-8000-000000000001";
const READING = "cccccccc-0000-4000-8000-000000000002";

type Row = Record<string, unknown> & { id: string };

let api: Api;
let centre: TestCentre;
let slug: string;
let first: Told;
beforeAll(async () => {
  api = await openApi();
  ({ centre, slug } = await anEmptyCentre());
  first = await load(slug, fixture);
});
afterAll(() => api.close());

async function anEmptyCentre(): Promise<{ centre: TestCentre; slug: string }> {
  const made = await aCentre(api);
  const [row] = await made.asSystem((work) =>
    work.rows<{ slug: string }>("select slug from centre where id = $1", [
      made.id,
    ]),
  );
  return { centre: made, slug: row?.slug ?? "" };
}

const load = (at: string, folder: string, ...more: string[]) =>
  operatorAt(api).import("--centre", at, "--package", folder, ...more);

function count(of: TestCentre): Promise<unknown[]> {
  return of.asSystem((work) =>
    work.rows(`select (select count(*)::int from partner) as partners, (select count(*)::int from service) as services,
      (select count(*)::int from package_record) as records, (select position::int from centre_log) as position`),
  );
}

/** The package with a change in it, as it may come next year. */
function changed(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), "splot-package-"));
  cpSync(fixture, folder, { recursive: true });
  const path = join(folder, file);
  const was = readFileSync(path, "utf8");
  if (!was.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, was.replace(from, to));
  return folder;
}

async function read(path: string, query = "full=true"): Promise<Row[]> {
  const room = api.app.openRooms.get("hsds");
  const answer = await room?.({
    path: [slug, ...path.split("/")],
    query: new URLSearchParams(query),
  });
  if (!answer || !("json" in answer)) throw new Error("no answer");
  // as it goes out
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const told = JSON.parse(JSON.stringify(answer.json)) as Row & {
    contents?: Row[];
  };
  return told.contents ?? [told];
}

const one = async (path: string) => (await read(path, ""))[0];

it("goes in, and tells what did not", () => {
  expect(first.complained).toEqual([]);
  expect(first.printed.filter((line) => !line.startsWith("…"))).toEqual([
    "organization.csv line 5 refused: the name is missing",
    "service.csv line 6 refused: it is not on offer: defunct",
    "service.csv line 7 refused: its organization is not among those taken in",
    "6 added, 0 changed, 0 unchanged, 3 refused",
  ]);
});

it("comes out valid in every record", async () => {
  for (const [path, noun, least] of [
    ["services", "service", 3],
    ["organizations", "organization", 4],
    ["service_at_locations", "service_at_location", 3],
    ["taxonomies", "taxonomy", 8],
    ["taxonomy_terms", "taxonomy_term", 60],
  ] as const) {
    const full = path.startsWith("taxonom") ? "" : "full=true&";
    const records = await read(path, `${full}per_page=100`);
    expect(records.length).toBeGreaterThanOrEqual(least);
    expect(records.flatMap((record) => faults(noun, record))).toEqual([]);
  }
});

it("comes out as it came", async () => {
  expect(await one(`services/${MEALS}`)).toMatchObject({
    name: "Hot meals",
    description: "Soup, bread\nand a seat.",
    url: "https://harbour.example/meals",
    status: "active",
    application_process: "Walk in.",
    fees_description: "None.",
    wait_time: "No wait.",
    phones: [{ number: "711", type: "tty" }],
    service_at_locations: [
      {
        id: "eeeeeeee-0000-4000-8000-000000000001",
        location: {
          latitude: 37.5,
          addresses: [{ address_1: "1 Quay", postal_code: "94010" }],
          phones: [{ number: "650 363-4790", extension: 12 }],
          schedules: [{ freq: "WEEKLY", byday: "MO,TU,WE,TH" }],
          languages: [{ name: "French" }],
          accessibility: [{ description: "wheelchair" }],
        },
      },
      { location: { location_type: "postal" } },
    ],
  });
  const meals = await one(`services/${MEALS}`);
  expect(JSON.stringify(meals?.["attributes"])).toContain("SOUP KITCHENS");
  expect(meals).not.toHaveProperty("cost_options");
  const reading = await one(`services/${READING}`);
  expect([reading?.["status"], reading?.["minimum_age"]]).toEqual([
    "temporarily closed",
    6,
  ]);
  const found = await read(
    "services",
    "taxonomy_term_id=99999999-0000-4000-8000-000000000001",
  );
  expect(found.map(({ id }) => id)).toEqual([MEALS]);
});

it("speaks our own words where the package does, and assumes where it does not", async () => {
  const rows = await centre.asSystem((work) =>
    work.rows(
      `select s.name, s.area, p.kind, p.regon from service s join partner p on p.id = s.partner_id order by s.name`,
    ),
  );
  expect(rows).toEqual([
    {
      name: "Evenings at the mill",
      area: "SOCIAL_ASSISTANCE",
      kind: "OTHER",
      regon: null,
    },
    {
      name: "Hot meals",
      area: "SOCIAL_ASSISTANCE",
      kind: "OTHER",
      regon: null,
    },
    {
      name: "Reading aloud",
      area: "CULTURE",
      kind: "LIBRARY",
      regon: "192598184",
    },
  ]);
});

it("takes in nobody who is named in it", async () => {
  const rows = await centre.asSystem((work) =>
    work.rows<{ text: string }>(
      `select to_jsonb(r)::text as text from package_record r union all select to_jsonb(p)::text from partner p
       union all select to_jsonb(s)::text from service s union all select to_jsonb(c)::text from contact_person c`,
    ),
  );
  const all = rows.map(({ text }) => text).join("\n");
  expect(all).toContain("650 363-4790");
  for (const word of ["Canary", "jane.", "650 000-0000", "12-345"])
    expect(all).not.toContain(word);
});

it("goes in again without a change", async () => {
  const before = await count(centre);
  const told = await load(slug, fixture);
  expect(told.printed.at(-1)).toBe(
    "0 added, 0 changed, 6 unchanged, 3 refused",
  );
  expect(await count(centre)).toEqual(before);
});

it("changes what changed, what stands beside it too, and takes away where nothing is any more", async () => {
  const other = await anEmptyCentre();
  await load(other.slug, fixture);
  for (const [file, from, to] of [
    ["phone.csv", "711", "712"],
    ["service.csv", "Reading aloud", "Reading loudly"],
    ["location.csv", "Bus 7", "Bus 8"],
    ["service_at_location.csv", "eeeeeeee-0000-4000-8000-000000000003", "x"],
  ] as const) {
    await load(other.slug, fixture);
    const folder = changed(file, from, to);
    const told = await load(other.slug, folder);
    rmSync(folder, { recursive: true });
    expect([file, told.printed.at(-1)]).toEqual([
      file,
      "0 added, 1 changed, 5 unchanged, 3 refused",
    ]);
  }
  const [places] = await other.centre.asSystem((work) =>
    work.rows<{ count: number }>(
      `select count(*)::int as count from package_record where kind = 'AT_LOCATION'`,
    ),
  );
  expect(places).toEqual({ count: 3 });
});

it("leaves what is the centre's own under the same id as it is", async () => {
  const other = await anEmptyCentre();
  await other.centre.asSystem((work) =>
    work.rows(
      `insert into partner (centre_id, id, name, short_name, kind, sector, data_role, created_at, updated_at)
       values ($1, '11111111-1111-4111-8111-111111111111', 'Nasza', 'Nasza', 'NGO', 'NGO', 'SEPARATE_CONTROLLER', now(), now())`,
      [other.centre.id],
    ),
  );
  const told = await load(other.slug, fixture);
  expect(told.printed.at(-1)).toBe(
    "5 added, 0 changed, 1 unchanged, 3 refused",
  );
  const [ours] = await other.centre.asSystem((work) =>
    work.rows(`select name from partner where name = 'Nasza'`),
  );
  expect(ours).toEqual({ name: "Nasza" });
});

it("changes nothing in a dry run, and keeps nothing of a package that is broken", async () => {
  const other = await anEmptyCentre();
  const before = await count(other.centre);
  const dry = await load(other.slug, fixture, "--dry-run");
  expect(dry.printed.at(-1)).toBe(
    "6 added, 0 changed, 0 unchanged, 3 refused; a dry run: nothing was changed",
  );
  const open = changed("schedule.csv", '8:30-5"', "8:30-5");
  const broken = await load(other.slug, open);
  expect(broken.status).toBe(1);
  expect(broken.complained.join()).toMatch(/schedule\.csv/);
  rmSync(join(open, "service.csv"));
  const lacking = await load(other.slug, open);
  expect(lacking.complained).toEqual(["The package has no service.csv."]);
  rmSync(open, { recursive: true });
  expect(await count(other.centre)).toEqual(before);
});
