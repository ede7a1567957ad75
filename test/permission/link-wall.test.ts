// The wall around the links of mails: whatever roles its holder had, the database shows her organisation's places and one referral.
import type pg from "pg";

import { Role } from "../../server/identity/index.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { aReferring } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";

let api: Api;
let admin: pg.Client;
let asHolder: string;
let tables: string[];
let own: Record<string, string>;

beforeAll(async () => {
  api = await openApi();
  admin = await connectTo(adminUrlOf(api.database.name));
  const { centre, partner, service, sent, kipus } = await aReferring(api);
  const caseId = await centre.aCase(kipus);
  await centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L1_CONTACT",
    revoked: false,
  });
  const referralId = await sent({ caseId, ownReference: "AB 7" });
  await sent({ caseId });
  const other = await centre.aPartner();
  await other.aService();
  await other.aContact();
  const contactId = await partner.aContact();
  const link = await partner.aLink(contactId, { referralId });
  await partner.aLink(contactId);
  const linkId = api.desk(centre.id).keys.idIn("action-link", link) ?? "";
  const settings = {
    "splot.kind": "member",
    "splot.centre": centre.id,
    "splot.partner": partner.id,
    "splot.account": kipus.accountId,
    // far more than any link lends
    "splot.roles": Object.keys(Role).join(","),
    "splot.link": linkId,
    "splot.subject": fromGlobalId("Referral", referralId),
  };
  asHolder = Object.entries(settings)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .concat("set local role splot_app")
    .join("; ");
  own = {
    action_link: `id = '${linkId}'`,
    centre: `id = '${centre.id}'`,
    centre_log: `centre_id = '${centre.id}'`,
    partner: `id = '${partner.id}'`,
    service: `id = '${service.id}'`,
    capacity: `service_id = '${service.id}'`,
    capacity_event: `service_id = '${service.id}'`,
    referral: `id = '${settings["splot.subject"]}'`,
    event: `partner_id = '${partner.id}'`,
  };
  const { rows } = await admin.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
       -- what is granted to nobody is read by nobody
       and has_any_column_privilege('splot_app', oid, 'select') order by 1`,
  );
  tables = rows.map(({ name }) => name);
});

afterAll(async () => {
  await admin.end();
  await api.close();
});

/** How many rows a holder sees of a table, and how many of them are not hers. */
async function sees(
  table: string,
  broken = "",
): Promise<{ all: number; foreign: number }> {
  await admin.query(`begin; ${broken}; ${asHolder}`);
  try {
    const { rows } = await admin.query<{ all: number; foreign: number }>(
      `select count(*)::integer as all, count(*) filter (where not (${own[table] ?? "false"}))::integer as foreign
       from ${table}`,
    );
    return rows[0] ?? { all: 0, foreign: 0 };
  } finally {
    await admin.query("rollback");
  }
}

it("stands around every table", async () => {
  const { rows } = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where relnamespace = 'public'::regnamespace and relrowsecurity and relkind = 'r'
       and has_any_column_privilege('splot_app', c.oid, 'select')
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'narrow_link'
                       and not p.polpermissive)`,
  );
  expect(rows).toEqual([]);
});

it("shows nothing of anybody else, and what a link is for", async () => {
  for (const table of tables) {
    const { all, foreign } = await sees(table);
    expect({ table, foreign }).toEqual({ table, foreign: 0 });
    if (table in own)
      expect({ table, sees: all > 0 }).toEqual({ table, sees: true });
  }
});

it("is missed at each table where somebody would see more without it", async () => {
  const missed: string[] = [];
  for (const table of tables) {
    const { foreign } = await sees(
      table,
      `alter policy narrow_link on ${table} using (true)`,
    );
    if (foreign > 0) missed.push(table);
  }
  // numbers are narrowed twice: by themselves and by their service
  expect(missed).toEqual(
    expect.arrayContaining([
      "account",
      "agreement",
      "assignment",
      "case_ref",
      "contact_person",
      "event",
      "network",
      "network_membership",
      "partner",
      "referral",
      "referral_subject",
      "service",
      "session",
    ]),
  );
});

it("lets her change nothing of a service but its numbers, nor a link but her own", async () => {
  const changes = [
    `update service set name = 'X'`,
    `update action_link set used_at = now(), answer = 'ACCEPTED' where kind = 'CONFIRM_PLACES'`,
    `update contact_person set active = false`,
    `update account set status = 'LOCKED'`,
    `update session set ended_at = now()`,
  ];
  for (const change of changes) {
    await admin.query(`begin; ${asHolder}`);
    const { rowCount } = await admin.query(change);
    await admin.query("rollback");
    expect({ change, rowCount }).toEqual({ change, rowCount: 0 });
  }
});

it("stands around tables that are still to come", async () => {
  await admin.query("begin");
  await admin.query(
    "set local role splot_owner; create table to_come (id uuid); call wall('to_come')",
  );
  const { rows } = await admin.query<{ name: string }>(
    `select polname as name from pg_policy where polrelid = 'to_come'::regclass order by 1`,
  );
  await admin.query("rollback");
  expect(rows.map(({ name }) => name)).toEqual([
    "back_up",
    "narrow_left",
    "narrow_link",
  ]);
});
