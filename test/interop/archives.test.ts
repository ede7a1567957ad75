// Lists as workbooks and packages as archives: read as if they were plain, and of a hostile or broken one nothing is kept.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import { Archive } from "../../server/interop/csv/archive.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt } from "../support/commands.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import { writeWorkbook, writeZip } from "./archives.js";

const fixtures = join(import.meta.dirname, "fixtures");
const folder = mkdtempSync(join(tmpdir(), "splot-archives-"));
const file = join(folder, "list.xlsx");
const archive = join(folder, "package.zip");

let api: Api;
let centre: TestCentre;
let slug: string;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  const [row] = await centre.asSystem((work) =>
    work.rows<{ slug: string }>("select slug from centre where id = $1", [
      centre.id,
    ]),
  );
  slug = row?.slug ?? "";
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const load = (...words: string[]) =>
  operatorAt(api).import("--centre", slug, ...words);
const loadHomes = () =>
  load("--map", "day-and-residential-care", "--file", file);

function homes(): string[][] {
  return parse(readFileSync(join(fixtures, "homes.csv"), "utf8"), {
    bom: true,
  });
}

function count(): Promise<unknown[]> {
  return centre.asSystem((work) =>
    work.rows(
      `select (select count(*)::int from partner) as partners, (select count(*)::int from service) as services`,
    ),
  );
}

it("refuses in a sentence what is broken or hostile, and keeps nothing of it", async () => {
  const before = await count();
  const sound = () => writeWorkbook(file, homes());
  sound();
  const whole = readFileSync(file);
  const broken: [make: () => void, sentence: RegExp][] = [
    [
      () => writeFileSync(file, whole.subarray(0, whole.length / 2)),
      /its end is missing/,
    ],
    [() => writeFileSync(file, "kind,name\nDPS,Dom\n"), /no ZIP archive/],
    [() => writeFileSync(file, ""), /no ZIP archive/],
    [
      () =>
        writeWorkbook(file, homes(), {
          "xl/sharedStrings.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`,
        }),
      /document type of its own/,
    ],
    [() => writeZip(file, { "word/document.xml": "<x/>" }), /no sheet in it/],
    [
      () => {
        const bent = Buffer.from(whole);
        bent.fill(7, 60, 90);
        writeFileSync(file, bent);
      },
      /is damaged/,
    ],
    [
      () =>
        writeZip(
          file,
          { "xl/worksheets/sheet1.xml": "<worksheet/>" },
          { flags: 1 },
        ),
      /locked by a password/,
    ],
    [
      () =>
        writeZip(file, {
          "xl/worksheets/sheet1.xml": `<worksheet ${"x".repeat(200_000)}`,
        }),
      /a tag of it has no end/,
    ],
    [() => writeWorkbook(file, []), /is empty/],
  ];
  for (const [make, sentence] of broken) {
    make();
    const told = await loadHomes();
    expect([told.status, told.complained.join()]).toEqual([
      1,
      expect.stringMatching(sentence),
    ]);
  }
  expect(await count()).toEqual(before);
});

it("unpacks no more than it may, whatever the directory says", async () => {
  writeZip(archive, { "organization.csv": Buffer.alloc(3_000_000) });
  const opened = await Archive.open(archive, 1_000_000);
  const unpack = async () => {
    let bytes = 0;
    for await (const chunk of opened.read("organization.csv"))
      bytes += chunk.length;
    return bytes;
  };
  await expect(unpack()).rejects.toThrow("unpacks to more than 1 MB");
});

it("reads a workbook as the list that it is, and no formula", async () => {
  const rows = homes();
  const [header = [], first = [], ...rest] = rows;
  // the name as the outcome of a formula, the places as a plain number
  const cells = first.map((cell, at) => {
    if (header[at] === "name")
      return {
        xml: `<c r="@" t="str"><f>HYPERLINK("http://x")</f><v>${cell}</v></c>`,
      };
    if (header[at] === "places") return { xml: `<c r="@"><v>${cell}</v></c>` };
    return cell;
  });
  const nameless = first.map((cell, at) =>
    header[at] === "name"
      ? { xml: `<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>` }
      : cell,
  );
  writeWorkbook(file, [header, cells, ...rest, nameless]);
  const told = await loadHomes();
  expect(told.complained).toEqual([]);
  expect(told.printed).toEqual([
    "line 7 refused: the same as line 2",
    "line 8 refused: the name is missing",
    'line 9 refused: bad number "wiele"',
    "line 10 refused: the name is missing",
    "1 services without a number have the total 0: lines 3",
    "5 added, 0 changed, 0 unchanged, 4 refused",
  ]);
  const csv = await load(
    ...["--map", "day-and-residential-care", "--file"],
    join(fixtures, "homes.csv"),
  );
  expect(csv.printed.at(-1)).toBe("0 added, 0 changed, 5 unchanged, 3 refused");
});

it("reads a package as one archive, in a folder of it or not", async () => {
  const tables = join(fixtures, "package");
  for (const inside of ["", "export/"]) {
    writeZip(
      archive,
      Object.fromEntries(
        readdirSync(tables).map((name) => [
          `${inside}${name}`,
          readFileSync(join(tables, name)),
        ]),
      ),
    );
    const told = await load("--package", archive);
    expect(told.complained).toEqual([]);
    expect(told.printed.at(-1)).toBe(
      inside === ""
        ? "6 added, 0 changed, 0 unchanged, 3 refused"
        : "0 added, 0 changed, 6 unchanged, 3 refused",
    );
  }
});
