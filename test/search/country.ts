// A bank as large as a country's: the judged one copied under other towns, in one centre and then in a thousand.
import type { Client } from "pg";

/** How many centres have how many services: one as large as a region, many as small as a rural municipality. */
export const COUNTRY: readonly (readonly [centres: number, each: number])[] = [
  [9, 8_000],
  [40, 3_000],
  [250, 800],
  [699, 133],
];

const TOWNS =
  "Abramów Bukowina Chełmek Dębno Ełk Frampol Gniew Hajnówka Iława Jasło Kępno Lipno Mielec Nidzica Olkusz Pisz Radom Sejny Turek Ustka Wieluń Zabrze Żagań Łask Śrem".split(
    " ",
  );

/** The columns that are written: the rest is reckoned by the database. */
async function columnsOf(admin: Client, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass
       and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** One row of a table again, but for what is said here in SQL. */
async function copying(
  admin: Client,
  table: string,
  from: string,
  otherwise: Readonly<Record<string, string>>,
): Promise<string> {
  const columns = await columnsOf(admin, table);
  const values = columns.map((name) => otherwise[name] ?? `o.${name}`);
  return `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")} ${from}`;
}

/**
 * Fills centres with copies of another's services, partners and numbers, each under a town's name, until each has so many.
 * Triggers rest meanwhile: what they write is not what is measured.
 */
export async function fillCentres(
  admin: Client,
  source: string,
  centres: readonly string[],
  each: number,
): Promise<void> {
  await admin.query(`
    set session_replication_role = replica;
    drop table if exists filling;
    create temp table filling as
      select c.id as centre_id, s.id as source, s.partner_id as partner, gen_random_uuid() as id, n.copy,
        (string_to_array($towns$${TOWNS.join(" ")}$towns$, ' '))[1 + (n.copy * 7 + c.number::int) % ${String(TOWNS.length)}] as town
      from unnest(array[${centres.map((id) => `'${id}'`).join(",")}]::uuid[]) with ordinality c (id, number)
      cross join lateral (
        select s.*, row_number() over (order by s.id) as number from service s where s.centre_id = '${source}'::uuid and s.place is not null
      ) s
      cross join lateral (select copy from generate_series(1, ${String(Math.ceil(each / 100))}) copy) n
      where (n.copy - 1) * (select count(*) from service where centre_id = '${source}'::uuid and place is not null) + s.number <= ${String(each)};
    drop table if exists filling_partner;
    create temp table filling_partner as
      select centre_id, partner, copy, town, gen_random_uuid() as id from filling group by centre_id, partner, copy, town;
    analyze filling; analyze filling_partner;`);
  await admin.query(
    await copying(
      admin,
      "partner",
      `from filling_partner f join partner o on o.centre_id = '${source}'::uuid and o.id = f.partner`,
      {
        centre_id: "f.centre_id",
        id: "f.id",
        name: "o.name || ' ' || f.town || ' ' || f.copy",
        code: "null",
      },
    ),
  );
  const joined = `from filling f join filling_partner p using (centre_id, partner, copy)
    join %s o on o.centre_id = '${source}'::uuid and o.%k = f.source`;
  const from = (table: string, key: string) =>
    joined.replace("%s", table).replace("%k", key);
  await admin.query(
    await copying(admin, "service", from("service", "id"), {
      centre_id: "f.centre_id",
      id: "f.id",
      partner_id: "p.id",
      name: "o.name || ' ' || f.copy",
      place: "o.place || ', ' || f.town",
      import_key: "null",
    }),
  );
  await admin.query(
    await copying(admin, "capacity", from("capacity", "service_id"), {
      centre_id: "f.centre_id",
      service_id: "f.id",
      partner_id: "p.id",
    }),
  );
  await admin.query("set session_replication_role = default");
}

/** Empty centres, to be filled. */
export async function makeCentres(
  admin: Client,
  source: string,
  count: number,
): Promise<string[]> {
  const sql = await copying(
    admin,
    "centre",
    `from centre o cross join generate_series(1, ${String(count)}) where o.id = '${source}'::uuid returning id`,
    {
      id: "gen_random_uuid()",
      slug: "'l-' || replace(gen_random_uuid()::text, '-', '')",
      hub_partner_id: "null",
    },
  );
  const { rows } = await admin.query<{ id: string }>(sql);
  return rows.map(({ id }) => id);
}
