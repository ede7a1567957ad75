// What a table answers each actor of a small world, asked of PostgreSQL alone: rows read, copied, changed, moved and deleted.
import type pg from "pg";

/** As whom a statement is made: a role of the database, and the settings that policies ask. */
export interface Standing {
  name: string;
  role: string;
  settings: Record<string, string>;
}

interface Column {
  name: string;
  type: string;
  changeable: boolean;
  required: boolean;
  literals: string | null;
}

/**
 * An outcome is how many rows it touched, or the code of its refusal; nothing of it stays.
 * Given what was told before, the first outcome that is another ends it.
 */
const PROBE = `
  create function probe(asking text, actors jsonb, statements integer, before text[]) returns text[] language plpgsql as $$
  declare
    actor jsonb; setting record; touched integer; outcome text;
    told text[] := '{}';
  begin
    for actor in select * from jsonb_array_elements(actors) loop
      perform set_config('role', actor->>'role', true);
      for setting in select * from jsonb_each_text(actor->'settings') loop
        perform set_config('splot.' || setting.key, setting.value, true);
      end loop;
      for n in 1 .. statements loop
        begin
          execute format('select %I(%s)', asking, n) into touched;
          raise exception using errcode = 'ZZ001', message = touched::text;
        exception when others then
          outcome := case sqlstate when 'ZZ001' then sqlerrm else sqlstate end;
        end;
        told := told || outcome;
        if before[array_length(told, 1)] is distinct from outcome and before is not null then
          perform set_config('role', 'none', true);
          return null;
        end if;
      end loop;
    end loop;
    perform set_config('role', 'none', true);
    return told;
  end $$`;

/** The statements about one table in a function of it: each is planned once for all who ask, and once more behind a broken wall. */
function asking(name: string, statements: readonly string[]): string {
  return `create function ${name}(n integer) returns integer language plpgsql as $asking$
  declare touched integer;
  begin
    case n
${statements.map((statement, n) => `      when ${String(n + 1)} then ${statement.replace(/^select /, "perform ")};`).join("\n")}
    end case;
    get diagnostics touched = row_count;
    return touched;
  end $asking$`;
}

interface Asking {
  name: string;
  statements: readonly string[];
}

export interface Probes {
  /**
   * Whether anybody gets something else of a table once it is broken; that is undone afterwards.
   * @param isLikely who probably does, and is asked first: the first who notices ends it
   */
  notice(
    table: string,
    breakage: string,
    isLikely: (standing: Standing) => boolean,
  ): Promise<boolean>;
}

/** @param values of columns that point at somebody, for rows of tables that nobody has filled */
export async function openProbes(
  admin: pg.Client,
  standings: readonly Standing[],
  values: readonly Record<string, string>[],
): Promise<Probes> {
  await admin.query(PROBE);
  const statementsOf = async (table: string): Promise<string[]> => {
    const columns = await columnsOf(admin, table);
    const found = await rowsOf(admin, table);
    const rows =
      found.length > 0 ? found : await fill(admin, table, columns, values);
    const names = columns.map(({ name }) => name).join(", ");
    const changeable = columns.filter((column) => column.changeable);
    const [first] = changeable;
    return [
      `select from ${table}`,
      ...rows.map(
        (row) =>
          `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, '${row.replaceAll("'", "''")}')`,
      ),
      ...(first ? [`update ${table} set ${first.name} = ${first.name}`] : []),
      ...changeable
        .filter(({ type }) => type === "uuid")
        .map(({ name }) => `update ${table} set ${name} = gen_random_uuid()`),
      `delete from ${table}`,
    ];
  };
  const ask = async (
    asked: readonly Standing[],
    { name, statements }: Asking,
    before: readonly string[] | null,
    breakage = "",
  ): Promise<string[] | null> => {
    // constraints and triggers are other guards: here the policies stand alone
    await admin.query("begin; set local session_replication_role = replica");
    try {
      if (breakage) await admin.query(breakage);
      const { rows } = await admin.query<{ told: string[] | null }>(
        "select probe($1, $2, $3, $4) as told",
        [name, JSON.stringify(asked), statements.length, before],
      );
      return rows[0]?.told ?? null;
    } finally {
      await admin.query("rollback");
    }
  };
  const known = new Map<string, { asking: Asking; told: string[] }>();
  return {
    async notice(table, breakage, isLikely) {
      let whole = known.get(table);
      if (!whole) {
        const statements = await statementsOf(table);
        const name = `probe_${String(known.size)}`;
        await admin.query(asking(name, statements));
        const asked = { name, statements };
        whole = {
          asking: asked,
          told: (await ask(standings, asked, null)) ?? [],
        };
        known.set(table, whole);
      }
      const { asking: about, told } = whole;
      const many = about.statements.length;
      const toldOf = (standing: Standing) => {
        const from = standings.indexOf(standing) * many;
        return told.slice(from, from + many);
      };
      const asked = [
        ...standings.filter(isLikely),
        ...standings.filter((standing) => !isLikely(standing)),
      ];
      const before = asked.flatMap(toldOf);
      return (await ask(asked, about, before, breakage)) === null;
    },
  };
}

async function columnsOf(admin: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       has_column_privilege('splot_app', a.attrelid, a.attnum, 'update') as changeable, a.attnotnull as required,
       (select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
         where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any(c.conkey)) as literals
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
     order by a.attnum`,
    [table],
  );
  return rows;
}

/** At most eight rows, spread over the table. */
async function rowsOf(admin: pg.Client, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ row: string }>(
    `select row::text from (select to_jsonb(t) as row, row_number() over (order by t.ctid) as n, count(*) over () as all
       from ${table} t) r where n % greatest(1, r.all / 8) = 0 limit 8`,
  );
  return rows.map(({ row }) => row);
}

/** Rows of a table that the world has none of: its pointers by name, the rest by type; some with no more than they need. */
async function fill(
  admin: pg.Client,
  table: string,
  columns: readonly Column[],
  values: readonly Record<string, string>[],
): Promise<string[]> {
  const made = [...values, ...values].map((pointers, n) =>
    Object.fromEntries(
      columns.map((column) => [
        column.name,
        valueOf(column, pointers, n, n >= values.length),
      ]),
    ),
  );
  // what its texts may be is not the question here, and the world is thrown away
  const { rows: checks } = await admin.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { name } of checks)
    await admin.query(`alter table ${table} drop constraint ${name}`);
  await admin.query("set session_replication_role = replica");
  for (const row of made) {
    const names = columns.map(({ name }) => name).join(", ");
    await admin.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)
       on conflict do nothing`,
      [JSON.stringify(row)],
    );
  }
  await admin.query("set session_replication_role = origin");
  return made.map((row) => JSON.stringify(row));
}

function valueOf(
  { name, type, literals, required }: Column,
  pointers: Record<string, string>,
  n: number,
  isBare: boolean,
): unknown {
  const pointer = Object.keys(pointers).find((end) => name.endsWith(end));
  if (pointer) return pointers[pointer];
  if (isBare && !required) return null;
  const [, literal] = /'([^']+)'/.exec(literals ?? "") ?? [];
  switch (type) {
    case "uuid":
      return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
    case "integer":
    case "bigint":
    case "smallint":
      return n + 1;
    case "boolean":
      return false;
    case "jsonb":
    case "json":
      return {};
    case "text[]":
      return ["x"];
    case "uuid[]":
      return [];
    case "bytea":
      return `\\x${String(n).padStart(64, "0")}`;
    case "date":
    case "timestamp with time zone":
      return "2026-11-20";
    default:
      return literal ?? `x${String(n)}`;
  }
}
