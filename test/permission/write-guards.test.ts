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

/** A policy as "table.policy", or the trigger that guards transitions. */
type Guard = `${string}.${string}`;

const TRIGGER: Guard = "referral.guard_referral_transition";

const cases: [operation: string, actor: ActorName, guards: Guard[]][] = [
  ["setCapacity", "kipus", ["capacity_event.write_capacity_event"]],
  ["confirmCapacity", "ous", ["capacity_event.write_capacity_event"]],
  [
    "recordWalkIn",
    "foreign",
    ["capacity.change_capacity", "capacity_event.write_capacity_event"],
  ],
  [
    "publishService",
    "ous",
    [
      "service.make_service",
      "capacity.make_capacity",
      "capacity_event.write_capacity_event",
    ],
  ],
  [
    "sendReferral",
    "ous",
    [
      "referral_number.count_referrals",
      "referral.send_referral",
      "capacity_event.write_capacity_event",
    ],
  ],
  ["acceptReferral", "admin", ["referral.move_referral", TRIGGER]],
  ["declineReferral", "sender", [TRIGGER]],
  ["withdrawReferral", "team", [TRIGGER]],
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

/** @returns what puts it back */
async function fell(guard: Guard): Promise<string> {
  const [table = "", name = ""] = guard.split(".");
  if (guard === TRIGGER) {
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
