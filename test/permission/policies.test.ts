// Each policy of the database broken once: the world answers somebody something else, or the policy is for show.
import type pg from "pg";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import type { Person } from "../support/people.js";
import { bare } from "./canaries.js";
import type { Cast } from "./cast.js";
import { aCast, actorNames } from "./cast.js";
import type { Probes, Standing } from "./probes.js";
import { openProbes } from "./probes.js";
import { linkStanding, nobody, standingOf } from "./standing.js";

interface Policy {
  table: string;
  name: string;
  using: string | null;
  check: string | null;
  command: string;
  /** Somebody may change a column that it asks about. */
  isChecked: boolean;
  /** Of everybody, or of the owner alone. */
  isOwners: boolean;
  /** Narrows what others let through: a wall behind a wall may be missed by nobody; see link-wall.test.ts. */
  isNarrowing: boolean;
}

/** What no row of a small world can show, and the test that does. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  "alter policy write_standard_event on event with check (false)":
    "standards/life.test.ts: the director approves",
  "alter policy use_action_link on action_link with check (false)":
    "confirm-by-link.test.ts: a link is used",
  "alter policy write_event_of_register on event with check (false)":
    "contacts.test.ts: an organisation keeps its own contact persons",
  "alter policy write_event_of_plan on event with check (false)":
    "continuation.test.ts: the organiser plans for who has left",
  "alter policy write_membership_event on event with check (false)":
    "operations.test.ts: an administrator accepts an invitation",
  "alter policy write_agreement_event on event with check (false)":
    "life.test.ts: a party agrees and signs",
  "alter policy write_need_event on event with check (false)":
    "operations.test.ts: an organiser of the local community records a need",
  "alter policy write_need_report_event on event with check (false)":
    "needs/register.test.ts: a coordinator reports a need",
  "alter policy make_counted_need on need with check (false)":
    "needs/register.test.ts: a coordinator's report makes a need",
  "alter policy write_need_comment_event on event with check (false)":
    "operations.test.ts: the representative of residents says something of a need",
  "alter policy write_resource_event on event with check (false)":
    "resources/lending.test.ts: an editor adds, asks and answers",
  "alter policy write_case_event on event with check (false)":
    "cases/identity.test.ts: a coordinator opens a case",
  "alter policy file_request on resident_request with check (false)":
    "protection/rights.test.ts: the officer writes a request down",
  "alter policy write_event_of_officer on event with check (false)":
    "protection/keeping.test.ts: the officer erases what was proposed",
  "alter policy write_fulfilment_event on event with check (false)":
    "settlement.test.ts: the organisation reports and confirms",
};

let database: TestDatabase;
let admin: pg.Client;
let api: Api;
let probes: Probes;
let policies: Policy[];

beforeAll(async () => {
  database = await freshDatabase();
  admin = await connectTo(adminUrlOf(database.name));
  api = await openApi(database);
  const cast = await aCast(api);
  ({ rows: policies } = await admin.query<Policy>(
    `select polrelid::regclass::text as table, polname as name, polcmd as command, polroles <> '{0}' as "isOwners",
       not polpermissive as "isNarrowing",
       exists (select from pg_attribute a where a.attrelid = polrelid and a.attnum > 0
         and has_column_privilege('splot_app', polrelid, a.attnum, 'update')
         and pg_get_expr(polqual, polrelid) ~ ('\\m' || a.attname || '\\M')) as "isChecked",
       pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
     from pg_policy
     -- one text for all tables, given by wall() and looked at with the backup
     where polname <> 'back_up' order by 1, 2`,
  ));
  probes = await openProbes(admin, await standingsIn(cast), pointersOf(cast));
});
afterAll(async () => {
  await api.close();
  await admin.end();
  await dropDatabase(database);
});

/** Everybody of the cast, and every kind of door that a policy knows, here and in the other centre. */
async function standingsIn(cast: Cast): Promise<Standing[]> {
  const members: Standing[] = [];
  for (const name of actorNames)
    members.push({
      name,
      role: "splot_app",
      settings: await standingOf(admin, cast, name),
    });
  const doors = [true, false].flatMap((isOwners) =>
    [
      ...kindsOf(policies.filter((policy) => policy.isOwners === isOwners)),
    ].flatMap((kind) =>
      [cast.centre.id, cast.elsewhere.centre.id].map((centre) => ({
        name: `${kind} of ${centre}`,
        role: isOwners ? "splot_owner" : "splot_app",
        settings: { ...nobody, kind, centre },
      })),
    ),
  );
  return [
    ...doors,
    ...members,
    { name: "link", role: "splot_app", settings: linkStanding(cast) },
    { name: "nobody", role: "splot_app", settings: nobody },
  ];
}

/** The kinds of doors that policies ask for, and a visitor. */
function kindsOf(some: readonly Policy[]): Set<string> {
  const words = some
    .flatMap(({ using, check }) => [using, check])
    .flatMap((text) => text?.match(/actor_kind\(\) = [^)]*\)?/g) ?? [])
    .flatMap((text) => text.match(/'[a-z]+'/g) ?? []);
  const kinds = new Set(["visitor", ...words.map((word) => word.slice(1, -1))]);
  kinds.delete("member");
  return kinds;
}

/** To whom rows of a table belong that the cast has none of: one's own, another's, the other centre's. */
function pointersOf(cast: Cast): Record<string, string>[] {
  const { partner, centre, elsewhere, team, sender, colleague } = cast;
  const row = (
    partner_id: string,
    { accountId }: Person,
    caseId: string,
    centre_id = centre.id,
    agreementId = cast.agreementId,
  ) => ({
    partner_id,
    account_id: accountId,
    case_id: bare(caseId),
    service_id: cast.service.id,
    referral_id: bare(cast.referralId),
    agreement_id: bare(agreementId),
    centre_id,
  });
  return [
    row(partner.id, team, cast.caseId),
    row(centre.hub.id, sender, cast.caseId),
    row(centre.hub.id, colleague, cast.colleagueCaseId),
    row(
      elsewhere.partner.id,
      colleague,
      elsewhere.caseId,
      elsewhere.centre.id,
      elsewhere.agreementId,
    ),
  ];
}

/** Each way of breaking it: letting all through, and nothing. What no column can be changed into needs no check. */
function breakages(policy: Policy): string[] {
  const { table, name, using, check, command, isChecked, isNarrowing } = policy;
  const alter = (clause: string) =>
    `alter policy ${name} on ${table} ${clause}`;
  const answers = isNarrowing ? ["false"] : ["true", "false"];
  return answers.flatMap((answer) => [
    ...(using ? [alter(`using (${answer})`)] : []),
    ...(check || (using && command === "w" && isChecked)
      ? [alter(`with check (${answer})`)]
      : []),
  ]);
}

/** A policy that asks for a kind of door is noticed there, any other by a member. */
function likelyIn(policy: Policy): (standing: Standing) => boolean {
  const kinds = kindsOf([policy]);
  kinds.delete("visitor");
  return ({ settings: { kind = "" } }) =>
    kinds.size > 0 ? kinds.has(kind) : kind === "member";
}

it("misses every policy that is broken", async () => {
  const unnoticed: string[] = [];
  let broken = 0;
  for (const policy of policies) {
    for (const breakage of breakages(policy)) {
      if (breakage in SHOWN_ELSEWHERE) continue;
      broken += 1;
      const asks = likelyIn(policy);
      if (!(await probes.notice(policy.table, breakage, asks)))
        unnoticed.push(breakage);
    }
  }
  console.log(
    `${String(policies.length)} policies, broken in ${String(broken)} ways, noticed ${String(broken - unnoticed.length)}`,
  );
  expect(unnoticed).toEqual([]);
}, 90_000);
