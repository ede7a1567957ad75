// A package of HSDS: its organisations and services become partners and services, the rest is kept beside them; all that is not refused, or nothing.
import type { Work } from "../../events/index.js";
import type { Tally } from "../csv/import-list.js";
import {
  type Effect,
  importOrganisation,
  importService,
  touchPartners,
  touchServices,
} from "../csv/import-row.js";
import { Known } from "../csv/known.js";
import { RowRefused } from "../csv/read-row.js";
import { keepRecords } from "./keep-records.js";
import {
  type Assumed,
  type PackageRow,
  readOrganization,
  readService,
  regonOf,
} from "./read-package-row.js";
import { stagePackage } from "./stage-package.js";

const BATCH = 200;

const ROWS = `select r.id, r.parent, r.line, r.content,
    (select array_agg(a.content->>'taxonomy_term_id' order by a.id) from package_row a
      where a.file = 'attribute' and a.parent = r.id) as terms,
    (select jsonb_agg(jsonb_build_object('type', i.content->>'identifier_type', 'number', i.content->>'identifier') order by i.id)
      from package_row i where i.file = 'organization_identifier' and i.parent = r.id) as numbers,
    (select concat_ws(', ', a.content->>'address_1', nullif(concat_ws(' ', a.content->>'postal_code', a.content->>'city'), ''))
      from package_row l join package_row a on a.file = 'address' and a.parent = l.id
      where l.file = 'location' and l.parent = r.id order by l.id, a.id limit 1) as address
  from package_row r where r.file = $1 and r.id > $2 order by r.id limit ${String(BATCH)}`;

async function* rowsOf(work: Work, file: string): AsyncGenerator<PackageRow[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await work.rows<PackageRow>(ROWS, [file, after]);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

const keyOf = (id: string) => `hsds:${id}`;

export async function importPackage(
  work: Work,
  folder: string,
  assumed: Assumed,
  progress: (rows: number) => void,
): Promise<Tally> {
  await stagePackage(work, folder);
  await work.rows(
    `create temporary table package_taken (noun text, id uuid, primary key (noun, id)) on commit drop`,
  );
  const effects = new Map<string, Effect>();
  const tally: Tally = {
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    withoutTotal: [],
    keptTotal: [],
  };
  let done = 0;
  const each = async (
    file: "organization" | "service",
    take: (row: PackageRow, known: Known) => Promise<Effect>,
  ) => {
    for await (const rows of rowsOf(work, file)) {
      const known = await knownAmong(work, rows);
      const taken: string[] = [];
      for (const row of rows)
        try {
          const isOurs = known.isOurs(row.id, keyOf(row.id));
          effects.set(row.id, isOurs ? "unchanged" : await take(row, known));
          if (!isOurs) taken.push(row.id);
        } catch (failure) {
          if (!(failure instanceof RowRefused)) throw failure;
          tally.refused.push({
            line: row.line,
            file: `${file}.csv`,
            reason: failure.message,
          });
        }
      await work.rows(
        `insert into package_taken select $1, unnest($2::uuid[])`,
        [file, taken],
      );
      done += rows.length;
      progress(done);
    }
  };
  await each("organization", async (row, known) => {
    const { effect } = await importOrganisation(
      work,
      known,
      keyOf(row.id),
      readOrganization(row, assumed, known.partner(keyOf(row.id), "")),
      row.id,
    );
    return effect;
  });
  await each("service", async (row, known) => {
    const partner = row.parent ? known.partnerById(row.parent) : null;
    if (!partner)
      throw new RowRefused("its organization is not among those taken in");
    const { effect } = await importService(
      work,
      known,
      keyOf(row.id),
      partner,
      readService(row, assumed, known.services.get(keyOf(row.id)) ?? null),
      row.id,
    );
    return effect;
  });
  await tellChanged(work, effects);
  for (const effect of effects.values()) tally[effect] += 1;
  return tally;
}

function knownAmong(work: Work, rows: readonly PackageRow[]): Promise<Known> {
  return Known.among(work, {
    ids: rows.map(({ id }) => id),
    parents: rows.flatMap(({ parent }) => parent ?? []),
    regons: rows.flatMap((row) => regonOf(row) ?? []),
    keyOf,
  });
}

/** Where only what stands beside them changed, they changed too. */
async function tellChanged(
  work: Work,
  effects: Map<string, Effect>,
): Promise<void> {
  const kept = await keepRecords(work);
  for (const [noun, ids] of [
    ["partner", kept.partners],
    ["service", kept.services],
  ] as const) {
    const changed = [...ids].filter((id) => effects.get(id) === "unchanged");
    if (changed.length === 0) continue;
    for (const id of changed) effects.set(id, "changed");
    await (noun === "partner"
      ? touchPartners(work, changed)
      : touchServices(work, changed));
  }
}
