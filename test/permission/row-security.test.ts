// The second wall: what the catalogue says of it, and that it equals the first one.
import type pg from "pg";

import type { Actor } from "../../server/platform/permission/actor.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import type { Generated } from "./generated.js";
import { actorsOf, allowedIds, aPlace, generated } from "./generated.js";

let database: TestDatabase;
let admin: pg.Client;
let application: pg.Client;
const place = aPlace();
const elsewhere = aPlace();
const nouns = generated(place);
const actors = [...actorsOf(place), ...actorsOf(elsewhere)];

beforeAll(async () => {
  database = await freshDatabase();
  admin = await connectTo(adminUrlOf(database.name));
  application = await connectTo(database.applicationUrl);
  await admin.query("begin; set session_replication_role = replica");
  await admin.query(
    `insert into centre (id, slug, name, short_name, created_at) values ($1, 'one', 'C', 'C', now())`,
    [place.centreId],
  );
  for (const { rows, insert } of nouns)
    for (const row of rows) await admin.query(...insert(row));
  await admin.query("commit");
});
afterAll(async () => {
  await application.end();
  await admin.end();
  await dropDatabase(database);
});

function settingsOf(actor: Actor): string {
  const values = {
    kind: actor.kind,
    centre: actor.centreId ?? "",
    account: actor.kind === "member" ? actor.accountId : "",
    partner: actor.kind === "member" ? actor.partnerId : "",
    roles: actor.kind === "member" ? [...actor.roles].join(",") : "",
  };
  return Object.entries(values)
    .map(([name, value]) => `set_config('splot.${name}', '${value}', true)`)
    .join(", ");
}

/** Whom the two walls tell something different; empty where they are one. */
async function differences(noun: Generated): Promise<string[]> {
  const found: string[] = [];
  for (const actor of actors) {
    await application.query(`begin; select ${settingsOf(actor)}`);
    const { rows } = await application.query<{ id: string }>(
      `select ${noun.key} as id from ${noun.table} order by 1`,
    );
    await application.query("rollback");
    const read = rows.map(({ id }) => id).sort();
    const allowed = allowedIds(noun, actor);
    if (JSON.stringify(read) !== JSON.stringify(allowed))
      found.push(
        `${actor.kind === "member" ? [...actor.roles].join("+") : actor.kind}: reads ${read.length}, may ${allowed.length}`,
      );
  }
  return found;
}

it.each(nouns)(
  "of $table lets through what the policy allows",
  async (noun) => {
    expect(await differences(noun)).toEqual([]);
  },
);

describe("the catalogue", () => {
  const ask = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await admin.query<Row>(sql)).rows;

  it("begins the primary key of every table of a centre with the centre", async () => {
    const others = await ask(
      `select c.relname from pg_index i join pg_class c on c.oid = i.indrelid
         join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
         join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisprimary and a.attname <> 'centre_id' and c.relname <> 'session'
         and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'centre_id')`,
    );
    expect(others).toEqual([]);
  });

  it("begins every foreign key between tables of a centre with the centre", async () => {
    const others = await ask(
      `select k.conname from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
         join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'centre_id'
       where k.contype = 'f' and a.attname <> 'centre_id' and k.conrelid <> 'centre'::regclass`,
    );
    expect(others).toEqual([]);
  });

  it("gives the application's role nothing to own, and no way around", async () => {
    const role = decodeURIComponent(new URL(database.applicationUrl).username);
    const [powers] = await ask(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_class where relowner = r.oid) as owns,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = '${role}'`,
    );
    expect(powers).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
      memberships: 0,
    });
  });

  it("lets nobody rewrite what was written: no update or delete of events and ledger lines", async () => {
    const role = decodeURIComponent(new URL(database.applicationUrl).username);
    const rights = await ask(
      `select table_name, privilege_type from information_schema.role_table_grants
       where grantee = '${role}' and table_name in ('event', 'capacity_event', 'referral_subject', 'referral_transition')
         and privilege_type not in ('SELECT', 'INSERT')`,
    );
    expect(rights).toEqual([]);
  });

  it("lets nobody in who did not say who she is", async () => {
    for (const { table } of nouns) {
      const { rowCount } = await application.query(`select from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });
});
