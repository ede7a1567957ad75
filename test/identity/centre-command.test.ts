// The operator's command: how a centre begins, and what holds at once when she locks, grants or takes.
import pg from "pg";

import { centreHelp } from "../../server/commands/index.js";
import { PARTNER_ROLES } from "../../server/identity/index.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt, passwordOf } from "../support/commands.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { aKey } from "../support/world.js";

let api: Api;
let operator: ReturnType<typeof operatorAt>["centre"];
beforeAll(async () => {
  api = await openApi();
  operator = operatorAt(api).centre;
});
afterAll(() => api.close());

let centres = 0;

async function aMadeCentre() {
  centres += 1;
  const slug = `made-${aKey().slice(0, 8).toLowerCase()}-${String(centres)}`;
  const ous = `ous@${slug}.example`;
  const told = await operator(
    ...["make", "--slug", slug, "--name", `Centrum ${slug}`, "--short", slug],
    ...["--ous", ous],
  );
  expect(told).toMatchObject({ status: 0, complained: [] });
  return { slug, ous, password: passwordOf(told, ous) };
}

async function signIn(email: string, password: string): Promise<string | null> {
  const { data } = await api.ask<{ outcome: Told & { token?: string } }>(
    null,
    `mutation ($input: SignInInput!) { outcome: signIn(input: $input) { __typename ... on SignedIn { token } } }`,
    { input: { email, password } },
  );
  return data?.outcome.token ?? null;
}

interface Viewer {
  viewer: {
    mustChangePassword: boolean;
    roles: string[];
    centre: { hub: { name: string } };
  } | null;
}

async function viewerOf(token: string | null): Promise<Viewer["viewer"]> {
  const { data } = await api.ask<Viewer>(
    token,
    "query { viewer { mustChangePassword roles centre { hub { name } } } }",
  );
  return data?.viewer ?? null;
}

async function settled(
  email: string,
  password: string,
  factors: 1 | 2 = 2,
): Promise<string> {
  const token = await signIn(email, password);
  await api.ask(
    token,
    `mutation ($current: String!) { changePassword(input: { current: $current, new: "another-one" }) { __typename } }`,
    { current: password },
  );
  if (factors === 2) await byTwoFactors(email);
  return token ?? "";
}

/** Her roles ask for a second factor; how it is set up is told elsewhere. */
async function byTwoFactors(email: string): Promise<void> {
  const admin = await connectTo(adminUrlOf(api.database.name));
  await admin.query(
    `update session set second_factor_at = started_at where account_id = (select id from account where email = $1)`,
    [email],
  );
  await admin.end();
}

async function eventsOf(slug: string, topic: string): Promise<unknown[]> {
  const client = new pg.Client({
    connectionString: api.database.applicationUrl,
  });
  await client.connect();
  try {
    await client.query(
      `begin; select set_config('splot.kind', 'setup', true);`,
    );
    const centre = await client.query<{ id: string }>(
      "select id from centre where slug = $1",
      [slug],
    );
    await client.query(
      `select set_config('splot.kind', 'log', true), set_config('splot.centre', $1, true)`,
      [centre.rows[0]?.id],
    );
    const { rows } = await client.query<{ type: string }>(
      "select type from event where topic = $1 order by position",
      [topic],
    );
    return rows.map(({ type }) => type);
  } finally {
    await client.end();
  }
}

it("makes a centre that can be signed in to, first with a one-time password", async () => {
  const { slug, ous, password } = await aMadeCentre();
  const token = await signIn(ous, password);
  expect(await viewerOf(token)).toEqual({
    mustChangePassword: true,
    roles: [],
    centre: { hub: { name: `Centrum ${slug}` } },
  });
  const own = await settled(ous, password);
  expect(await viewerOf(own)).toMatchObject({
    mustChangePassword: false,
    roles: ["OUS"],
  });
  expect(await eventsOf(slug, "RIGHTS")).toEqual([
    "AccountOpened",
    "RoleGranted",
  ]);
});

it("refuses a slug that is taken", async () => {
  const { slug } = await aMadeCentre();
  const told = await operator(
    ...["make", "--slug", slug, "--name", "X", "--short", "x"],
    ...["--ous", "x@x.example"],
  );
  expect(told.status).toBe(1);
  expect(told.complained).toEqual([`There is already a centre "${slug}".`]);
});

it("says what a centre tells residents, keeps what is not said again, and refuses what is none", async () => {
  const { slug } = await aMadeCentre();
  const say = (...words: string[]) =>
    operator("page", "--centre", slug, ...words);
  expect(
    await say("--email", "cus@gmina.example", "--since", "2026-01-31"),
  ).toMatchObject({ status: 0 });
  expect(await say("--conformity", "full")).toMatchObject({
    status: 0,
    printed: [
      "email: cus@gmina.example",
      "since: 2026-01-31",
      "conformity: full",
    ],
  });
  for (const words of [
    [],
    ["--email", "nobody"],
    ["--since", "2026-02-30"],
    ["--reviewed", "2199-01-01"],
    ["--conformity", "nearly"],
  ])
    expect([words, (await say(...words)).status]).toEqual([words, 2]);
});

it("grants and takes a role, which holds in the session that is open", async () => {
  const { slug, ous, password } = await aMadeCentre();
  const token = await settled(ous, password);
  const of = ["--centre", slug, "--email", ous, "--role", "OSL"];
  await operator("grant", ...of);
  expect((await viewerOf(token))?.roles).toEqual(["OUS", "OSL"]);
  await operator("take", ...of);
  expect((await viewerOf(token))?.roles).toEqual(["OUS"]);
  expect((await operator("take", ...of)).status).toBe(1);
  await operator("take", "--centre", slug, "--email", ous, "--role", "OUS");
  expect(await viewerOf(token)).toBeNull();
  expect(await eventsOf(slug, "RIGHTS")).toEqual([
    "AccountOpened",
    "RoleGranted",
    "RoleGranted",
    "RoleTaken",
    "RoleTaken",
  ]);
});

it("locks at once, and unlocks", async () => {
  const { slug, ous, password } = await aMadeCentre();
  const token = await settled(ous, password);
  const of = ["--centre", slug, "--email", ous];
  await operator("lock", ...of);
  expect(await viewerOf(token)).toBeNull();
  expect(await signIn(ous, "another-one")).toBeNull();
  const listed = await operator("accounts", "--centre", slug);
  expect(listed.printed.join("\n")).toMatch(new RegExp(`${ous}.*OUS.*locked`));
  await operator("unlock", ...of);
  expect(await signIn(ous, "another-one")).not.toBeNull();
});

it("gives a new one-time password, and ends every session", async () => {
  const { slug, ous, password } = await aMadeCentre();
  const token = await settled(ous, password);
  const told = await operator("password", "--centre", slug, "--email", ous);
  expect(await viewerOf(token)).toBeNull();
  expect(await signIn(ous, "another-one")).toBeNull();
  const again = await signIn(ous, passwordOf(told, ous));
  expect((await viewerOf(again))?.mustChangePassword).toBe(true);
});

it("tells every process whose rights changed and whose log grew", async () => {
  const { slug, ous } = await aMadeCentre();
  const line = new pg.Client({ connectionString: api.database.applicationUrl });
  await line.connect();
  const heard: string[] = [];
  const both = new Promise<void>((resolve) => {
    line.on("notification", ({ channel }) => {
      if (!heard.includes(channel)) heard.push(channel);
      if (heard.length === 2) resolve();
    });
  });
  await line.query("listen splot_log; listen splot_rights");
  await operator("lock", "--centre", slug, "--email", ous);
  await both;
  await line.end();
  expect(heard.sort()).toEqual(["splot_log", "splot_rights"]);
});

it("opens an account at an organisation, and no duty of the hub there", async () => {
  const { slug } = await aMadeCentre();
  const partner = await operator(
    ...["partner", "--centre", slug, "--code", "kis", "--name", "Klub"],
    ...["--kind", "KIS", "--sector", "PUBLIC"],
    ...["--data", "SAME_CONTROLLER", "--type", "A"],
  );
  expect(partner).toMatchObject({ status: 0, printed: ["added KIS: Klub"] });
  const at = ["--centre", slug, "--partner", "KIS"];
  const email = `kis@${slug}.example`;
  const opened = await operator(
    "account",
    ...at,
    "--email",
    email,
    "--role",
    "partner",
  );
  const token = await settled(email, passwordOf(opened, email), 1);
  // one of the four answers referrals: the roles hold when a second factor is set up
  const { data } = await api.ask<{
    viewer: { roles: []; memberships: { roles: string[] }[] };
  }>(token, "{ viewer { roles memberships { roles } } }");
  expect(data?.viewer).toEqual({
    roles: [],
    memberships: [{ roles: [...PARTNER_ROLES] }],
  });
  const refused = await operator(
    "grant",
    ...at,
    "--email",
    email,
    "--role",
    "OUS",
  );
  expect(refused.status).toBe(1);
  expect(refused.complained.join()).toMatch("OUS is a duty of the hub");
  const agreed = await operator(
    ...["agreement", ...at, "--number", "A1", "--kind", "COOPERATION"],
    ...["--data", "PROCESSOR", "--urgent", "1d", "--from", "2026-01-01"],
  );
  expect(agreed.status).toBe(0);
  const listed = await operator("agreements", "--centre", slug);
  expect(listed.printed.join()).toMatch(/A1 .*COOPERATION.*ACTIVE.*Klub/);
  expect(await eventsOf(slug, "NETWORK")).toEqual([
    "PartnerRegistered",
    "NetworkJoined",
    "PartnerRegistered",
    "NetworkJoined",
    "AgreementRecorded",
  ]);
});

it("touches no account of another centre", async () => {
  const { ous } = await aMadeCentre();
  const other = await aMadeCentre();
  const told = await operator("lock", "--centre", other.slug, "--email", ous);
  expect(told).toMatchObject({
    status: 1,
    complained: [`This centre has no account "${ous}".`],
  });
});

it.each([
  [["nonsense"], /There is no "nonsense"/],
  [["make", "--slug", "A B"], /--name is missing/],
  [["lock", "--centre", "x", "--colour", "red"], /--colour/],
  [["account", "--centre", "x", "--email", "x@x.pl"], /--role is missing/],
  [["accounts", "--centre", " "], /--centre is empty/],
  [["account", "--role", "KIPUS", "--role", ""], /--role is empty/],
  [["account", "--partner", ""], /--partner is empty/],
])("tells what was mistyped: %j", async (words, sentence) => {
  const told = await operator(...words);
  expect(told.status).toBe(2);
  expect(told.complained.join()).toMatch(sentence);
});

it("explains itself without a database", () => {
  expect(centreHelp([])?.join("\n")).toContain("Exit: 0 done");
  expect(centreHelp(["make", "--help"])?.join("\n")).toContain("--slug <slug>");
  expect(centreHelp(["lock", "--centre", "x"])).toBeNull();
});
