// What is on record beside the telling: who came in, what the operator did, which slip was printed.
import type { Referring } from "../referrals/referring.js";
import { aReferring } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt } from "../support/commands.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { linesOf, told } from "./recorded.js";

let api: Api;
let world: Referring;
let iod: Person;
beforeAll(async () => {
  api = await openApi();
  world = await aReferring(api);
  iod = await world.centre.aPerson("IOD");
});
afterAll(() => api.close());

const log = (filter: Record<string, unknown> = {}) =>
  linesOf(iod, world.centre.globalId, filter);

it("keeps signing in, and failing to", async () => {
  const person = await aPerson(
    api,
    {
      centreId: world.centre.id,
      partnerId: world.partner.id,
      roles: ["PARTNER_ADMIN"],
    },
    { password: "dobre-haslo-1" },
  );
  const signIn = (email: string, password: string) =>
    api.ask(
      null,
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`,
      { input: { email, password } },
    );
  await signIn(person.email, "zle-haslo");
  await signIn("nikt@splot.example", "zle-haslo");
  await signIn(person.email, "dobre-haslo-1");
  expect(await log()).toMatchObject([
    { action: "LOGIN_FAILED", by: person.name, roles: ["PARTNER_ADMIN"] },
    {
      action: "LOGIN",
      by: person.name,
      partner: { id: world.partner.globalId },
    },
  ]);
  const { centre } = world;
  const own = await linesOf(person, centre.globalId);
  expect(told(own)).toEqual(["LOGIN_FAILED DONE", "LOGIN DONE"]);
});

it("keeps what the operator did: rights, organisations, and that she looked", async () => {
  const { centre } = operatorAt(api);
  const slug = `log-${world.centre.id.slice(0, 8)}`;
  await centre(
    ...["make", "--slug", slug, "--name", "Centrum", "--short", "C"],
    ...["--ous", `Anna <a@${slug}.example>`],
  );
  await centre("accounts", "--centre", slug);
  await centre(
    "grant",
    "--centre",
    slug,
    "--email",
    `a@${slug}.example`,
    "--role",
    "IOD",
  );
  const [row] =
    await api.dataSource.query<{ id: string; account: string }[]>(
      `select 1 as id`,
    );
  expect(row).toBeDefined();
  const admin = await connectTo(adminUrlOf(api.database.name));
  const { rows } = await admin.query<Record<string, unknown>>(
    `select action, noun, change, fields, door, actor_account_id as by from access_log l
     join centre c on c.id = l.centre_id where c.slug = $1 order by position`,
    [slug],
  );
  await admin.end();
  expect(
    rows.map(({ action, noun, change, fields }) => [
      action,
      noun,
      change,
      fields,
    ]),
  ).toEqual([
    ["CONFIG_CHANGE", "Partner", "PartnerRegistered", []],
    ["CONFIG_CHANGE", "Network", "NetworkJoined", []],
    ["PERMISSION_CHANGE", "Account", "AccountOpened", []],
    ["PERMISSION_CHANGE", "Account", "RoleGranted", ["OUS"]],
    ["VIEW", "Centre", "centre accounts", []],
    ["PERMISSION_CHANGE", "Account", "RoleGranted", ["IOD"]],
  ]);
  expect(
    new Set(rows.map(({ door, by }) => `${String(door)} ${String(by)}`)),
  ).toEqual(new Set(["COMMAND null"]));
});

it("keeps a printed slip, and nobody else's", async () => {
  const id = await world.sent();
  const print = (person: Person) =>
    person.ask(
      `mutation ($input: PrintSlipInput!) { printSlip(input: $input) { __typename } }`,
      { input: { referralId: id } },
    );
  expect(await print(world.kipus)).toMatchObject({
    data: { printSlip: { __typename: "Referral" } },
  });
  expect((await print(world.team)).errors?.[0]?.extensions?.["code"]).toBe(
    "FORBIDDEN",
  );
  expect(told(await log({ action: "PRINT" }))).toEqual([
    "PRINT SlipPrinted DONE",
    "PRINT SlipPrinted REFUSED",
  ]);
});
