// What the database holds against a write that the application forgot to refuse: each guard alone is enough, none is for show.
import type pg from "pg";

import { leaveItToTheDatabase } from "../../server/platform/permission/allows.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast, logPositions } from "./cast.js";
import { aTargetOf, isVerb, play } from "./plays.js";

/** A policy as "table.policy", a trigger as "table.guard_…", or a function that asks who calls as "function.name". */
type Guard = `${string}.${string}`;

const TRIGGER: Guard = "referral.guard_referral_transition";
const LOG: Guard = "event.write_event";
const NUMBERS: Guard = "capacity.guard_capacity";
const LEDGER: Guard = "capacity_event.write_capacity_event";

const cases: [operation: string, actor: ActorName, guards: Guard[]][] = [
  ["setCapacity", "kipus", [NUMBERS, LEDGER]],
  ["confirmCapacity", "ous", [NUMBERS, LEDGER]],
  [
    "recordWalkIn",
    "foreign",
    ["capacity.change_capacity", NUMBERS, LEDGER, LOG],
  ],
  [
    "publishService",
    "ous",
    ["service.make_service", "capacity.make_capacity", LEDGER, LOG],
  ],
  ["changeService", "ous", ["service.guard_service_programme", LOG]],
  [
    "sendReferral",
    "ous",
    [
      "referral_number.count_referrals",
      "referral.send_referral",
      LEDGER,
      LOG,
      "function.enqueue_job",
    ],
  ],
  ["acceptReferral", "admin", ["referral.move_referral", TRIGGER, LOG]],
  ["declineReferral", "sender", [TRIGGER]],
  // unopened it would go out of its own sight
  ["withdrawReferral", "team", [TRIGGER, "referral.read_referral"]],
];

let database: TestDatabase;
let admin: pg.Client;
let api: Api;
let cast: Cast;
beforeAll(async () => {
  database = await freshDatabase();
  admin = await connectTo(adminUrlOf(database.name));
  api = await openApi(database);
  cast = await aCast(api);
});
afterEach(() => leaveItToTheDatabase(false));
afterAll(async () => {
  await api.close();
  await admin.end();
  await dropDatabase(database);
});

interface Policy {
  using: string | null;
  check: string | null;
}

/** The function does nothing for everybody. */
async function askingNobody(name: string): Promise<string> {
  const { rows } = await admin.query<{ is: string; takes: string }>(
    `select pg_get_functiondef(oid) as is, pg_get_function_identity_arguments(oid) as takes
     from pg_proc where proname = $1`,
    [name],
  );
  const [found] = rows;
  if (!found) throw new Error(`there is no function ${name}`);
  await admin.query(
    `create or replace function ${name}(${found.takes}) returns void language sql as ''`,
  );
  return found.is;
}

/** @returns what puts it back */
async function fell(guard: Guard): Promise<string> {
  const [table = "", name = ""] = guard.split(".");
  if (table === "function") return askingNobody(name);
  if (name.startsWith("guard_")) {
    await admin.query(`alter table ${table} disable trigger ${name}`);
    return `alter table ${table} enable trigger ${name}`;
  }
  const { rows } = await admin.query<Policy>(
    `select pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
     from pg_policy where polrelid = $1::regclass and polname = $2`,
    [table, name],
  );
  const [policy] = rows;
  if (!policy) throw new Error(`there is no guard ${guard}`);
  const clause = (using: string, check: string) =>
    `alter policy ${name} on ${table} ${policy.using ? `using (${using})` : ""} ${policy.check ? `with check (${check})` : ""}`;
  await admin.query(clause("true", "true"));
  return clause(policy.using ?? "", policy.check ?? "");
}

/** Whether the operation takes effect with the application silent and these guards fallen. */
async function takesEffect(
  operation: string,
  actor: ActorName,
  fallen: readonly Guard[],
): Promise<boolean> {
  const target = isVerb(operation) ? await aTargetOf(cast, operation) : null;
  const repairs: string[] = [];
  try {
    for (const guard of fallen) repairs.push(await fell(guard));
    const before = await logPositions(cast);
    leaveItToTheDatabase(true);
    await play(cast, cast.actors[actor], operation, target);
    leaveItToTheDatabase(false);
    return (await logPositions(cast)) !== before;
  } finally {
    for (const repair of repairs) await admin.query(repair);
  }
}

it.each(cases)("%s by %s is held by %j", async (operation, actor, guards) => {
  expect(await takesEffect(operation, actor, [])).toBe(false);
  for (const standing of guards)
    expect([
      standing,
      await takesEffect(
        operation,
        actor,
        guards.filter((guard) => guard !== standing),
      ),
    ]).toEqual([standing, false]);
  expect(await takesEffect(operation, actor, guards)).toBe(true);
});
