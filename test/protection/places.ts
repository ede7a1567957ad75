// Where words about a person may stand, by the database itself: each free text of each table that belongs to a case or to its referrals.
import type pg from "pg";

/** Texts that tell nothing of her; whatever else is found is planted, and has to go. */
const TELLS_NOTHING: Readonly<Record<string, string>> = {
  "case_key.master_key_id": "names a key",
  "case_person.master_key_id": "names a key",
  "case_ref.pseudonym": "stays for the accounts and the log",
  "disclosure_basis.max_level": "one of the levels",
  "disclosure_basis.text_version": "which form she signed",
  "referral.decline_reason": "one of an enum's values",
  "referral.disclosure_level": "one of the levels",
  "referral.discontinue_reason": "one of an enum's values",
  "referral.due_rule": "hours and days",
  "referral.number": "stays for the accounts and the log",
  "referral.sender_name": "of staff",
  "referral.status": "one of an enum's values",
  "referral.token_code": "stays as the number does",
  "referral_message.topics": "values of an enum, gone with the row",
  "resident_request.file_reference": "only where there is no case",
  "resident_request.filed_by_name": "of staff",
  "resident_request.pseudonym": "stays for the accounts and the log",
};

export const nameOf = ({
  table,
  column,
}: Pick<Place, "table" | "column">): string => `${table}.${column}`;

/** What has to be said beside a word, or the row would not be one. */
const TOGETHER: Readonly<Record<string, string>> = {
  "resident_request.extension_reason": "extended_by = 1",
  "appointment.wish_reason": "asked_at = now()",
};

export interface Place {
  table: string;
  column: string;
  type: string;
  /** Takes 32 bytes, neither more nor less. */
  is_index: boolean;
}

/** Foreign keys lead from a case and its referrals to all that hangs on them. */
const JOINED = `
  with recursive joined(oid) as (
    select unnest(array['case_ref', 'referral']::regclass[])::oid
    union
    select f.conrelid from pg_constraint f join joined j on f.confrelid = j.oid where f.contype = 'f'
  )`;

/** @returns each column that takes any words, but those that are judged above */
export async function placesOfPerson(admin: pg.Client): Promise<Place[]> {
  const { rows } = await admin.query<Place>(`${JOINED}
    select a.attrelid::regclass::text as table, a.attname::text as column,
      format_type(a.atttypid, a.atttypmod) as type,
      exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
        and pg_get_constraintdef(k.oid) ~ ('length\\(' || a.attname || '\\) = 32')) as is_index
    from joined j join pg_attribute a on a.attrelid = j.oid
    where a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, a.atttypmod) in ('text', 'character varying', 'bytea', 'json', 'jsonb', 'text[]')
      -- a list of values is no place for words
      and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
        and pg_get_constraintdef(k.oid) ~ ('\\m' || a.attname || '( = ANY \\(| <@ )ARRAY\\['))
    order by 1, 2`);
  return rows.filter(
    ({ table, column }) => !(`${table}.${column}` in TELLS_NOTHING),
  );
}

interface Link {
  from: string;
  column: string;
  to: string;
}

/** Which rows of a table belong to the case, by the way that leads there. */
function rowsOfCase(links: readonly Link[], table: string): string {
  if (table === "case_ref") return `id = $1`;
  if (table === "referral")
    return `id in (select referral_id from referral_subject where case_id = $1)`;
  const ways = links
    .filter(({ from, to }) => from === table && to !== table)
    .map(({ column, to }) =>
      to === "case_ref" || to === "case_key"
        ? `${column} = $1`
        : `${column} in (select id from ${to} where ${rowsOfCase(links, to)})`,
    );
  return `(${ways.join(" or ")})`;
}

/** Writes the word past every guard into each place of the case. @throws where there is a place without a row */
export async function plantEverywhere(
  admin: pg.Client,
  caseId: string,
  word: string,
): Promise<Place[]> {
  const { rows: links } = await admin.query<Link>(`${JOINED}
    select f.conrelid::regclass::text as from, a.attname::text as column, f.confrelid::regclass::text as to
    from pg_constraint f join joined j on f.confrelid = j.oid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[cardinality(f.conkey)]
    where f.contype = 'f' and f.conrelid in (select oid from joined)`);
  const places = await placesOfPerson(admin);
  await admin.query("set session_replication_role = replica");
  for (const { table, column, type, is_index: isIndex } of places) {
    const text = `'${isIndex ? word.padEnd(32, ".") : word}'`;
    const value =
      type === "bytea"
        ? `convert_to(${text}, 'UTF8')`
        : type.startsWith("json")
          ? `jsonb_build_object('INCOME', ${text})`
          : type === "text[]"
            ? `array[${text}]`
            : text;
    const also = TOGETHER[`${table}.${column}`];
    const { rowCount } = await admin.query(
      `update ${table} set ${column} = ${value}${also ? `, ${also}` : ""} where ${rowsOfCase(links, table)}`,
      [caseId],
    );
    if (!rowCount) throw new Error(`the case has no ${table}`);
  }
  await admin.query("set session_replication_role = origin");
  return places;
}

/** @returns where a text of the database holds the word, also as bytes */
export function holds(text: string, word: string): boolean {
  return [word, Buffer.from(word).toString("hex")].some((one) =>
    text.includes(one),
  );
}

interface Told {
  told: string | null;
}

/** @returns the names of the places that hold it for who asks */
export async function placesHolding(
  places: readonly Place[],
  word: string,
  ask: (sql: string) => Promise<Told[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    const rows = await ask(
      `select to_jsonb(${place.column})::text as told from ${place.table}`,
    );
    if (rows.some(({ told }) => holds(told ?? "", word)))
      found.push(nameOf(place));
  }
  return found;
}
