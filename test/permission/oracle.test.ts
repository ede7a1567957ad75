// Nobody finds out by counting: whatever she may not read may change, and no filter, order, count, facet or cursor of hers does.
import type pg from "pg";

import { graph } from "../../server/graph.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Canary } from "./canaries.js";
import { canaries, plant } from "./canaries.js";
import type { Actor, Cast } from "./cast.js";
import { aCast, actorNames } from "./cast.js";
import type { Question } from "./doors.js";
import { manyAtOnce, mayBeTold, questionsOf } from "./doors.js";
import { taken } from "./fields.table.js";

let api: Api;
let admin: pg.Client;
let cast: Cast;
let words: Map<Canary, string>;
let walked: Question[];
beforeAll(async () => {
  api = await openApi(undefined, { limits: manyAtOnce });
  admin = await connectTo(adminUrlOf(api.database.name));
  cast = await aCast(api);
  words = await plant(admin, cast);
  const all = questionsOf(
    { schema: await graph(), limits: manyAtOnce },
    cast,
    { ofCentre: process.env["SPLOT_NIGHT"] === "1" ? 3 : 2, byId: 2 },
    GROWING,
  );
  // what stands behind an id alone is searched at the doors
  walked = all.asked.filter(({ query }) => !query.includes("$id0"));
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

/** The access log grows by being asked: what it is asked for stands apart. */
const GROWING = ["accessLog", "accessCounts", "accessLogChain"];

const ROW = "totalCount pageInfo { endCursor } nodes { id } edges { cursor }";
const lists: Record<string, string[]> = {
  AgreementFilter: [`agreements(first: 10, filter: $) { ${ROW} }`],
  NeedFilter: [`needs(first: 10, filter: $) { ${ROW} }`],
  ResourceFilter: [`resources(first: 10, filter: $) { ${ROW} }`],
  ServiceFilter: [`services(first: 10, filter: $) { ${ROW} }`],
  PartnerFilter: [`partners(first: 10, filter: $) { ${ROW} }`],
  ReferralFilter: [`referrals(first: 10, filter: $) { ${ROW} }`],
};
const FACETS =
  "serviceFacets(filter: $) { total availableNow withQueue areas { area count } forms { form count } }";

/** Values that hidden facts have now and then; TEXT stands for each word of theirs in these tables. */
const probes: Record<string, readonly string[]> = {
  "ServiceFilter.accessibility": ["[WHEELCHAIR]"],
  "ServiceFilter.areas": ["[HOUSING]"],
  "ServiceFilter.availableNow": ["true", "false"],
  "ServiceFilter.referableNow": ["true", "false"],
  "ServiceFilter.capacityStatuses": ["[AVAILABLE]", "[LIMITED, FULL]"],
  "ServiceFilter.careDuringActivity": ["true"],
  "ServiceFilter.emergency": ["true"],
  "ServiceFilter.entryModes": ["[OPEN]"],
  "ServiceFilter.forms": ["[INDIVIDUAL]"],
  "ServiceFilter.freeOfCharge": ["true"],
  "ServiceFilter.groups": ["[B2]"],
  "ServiceFilter.spheres": ["[HEALTH]"],
  "ServiceFilter.stakeholderTypes": ["[B]"],
  "ServiceFilter.place": ["TEXT service"],
  "ServiceFilter.targetGroups": ["[SENIORS]"],
  "ServiceFilter.timesOfDay": ["[MORNING]"],
  "ServiceFilter.transportProvided": ["true"],
  "ServiceFilter.text": ["TEXT service partner contact_person"],
  "ServiceFilter.order": ["BEST_FIRST", "NAME", "OLDEST_CONFIRMED"],
  "AgreementFilter.group": ["IN_FORCE"],
  "AgreementFilter.isPublic": ["true"],
  "AgreementFilter.kinds": ["[COOPERATION]"],
  "AgreementFilter.text": ["TEXT agreement partner agreement_version"],
  "PartnerFilter.kinds": ["[NGO]"],
  "PartnerFilter.stakeholderTypes": ["[B]"],
  "PartnerFilter.statuses": ["[ACTIVE]"],
  "PartnerFilter.text": ["TEXT partner contact_person agreement"],
  "PartnerFilter.withContactAlert": ["true"],
  "PartnerFilter.withoutDeputy": ["true"],
  "NeedFilter.areas": ["[CULTURE]"],
  "NeedFilter.gapKinds": ["[WRONG_TIME]"],
  "NeedFilter.targetGroups": ["[GENERAL]"],
  "NeedFilter.statuses": ["[REPORTED]"],
  "ResourceFilter.kinds": ["[PREMISES]"],
  "ResourceFilter.lendable": ["true", "false"],
  "ResourceFilter.text": ["TEXT resource partner"],
  "ReferralFilter.awaitsNext": ["true", "false"],
  "ReferralFilter.sentByViewer": ["true", "false"],
  "ReferralFilter.number": ["TEXT referral referral_subject case_ref"],
  "ReferralFilter.priorities": ["[EMERGENCY]"],
  "ReferralFilter.awaitsKeeping": ["true"],
  "ReferralFilter.senderHasLeft": ["true"],
  "ReferralFilter.hasLeftSuggestion": ["true"],
  "ReferralFilter.placeUndecided": ["true"],
  "ReferralFilter.statuses": ["[SENT]"],
};

/** So many lists in one question stay within the limits. */
const AT_ONCE = 40;

/** What narrows and orders, in the words that stand now. */
function narrowing(hidden: readonly Canary[]): Question[] {
  const texts = (value: string) =>
    [...words]
      .filter(([canary]) => hidden.includes(canary))
      .filter(([{ table }]) => value.split(" ").includes(table))
      .map(([, word]) => `"${word}"`);
  const selections = Object.entries(probes).flatMap(([argument, values]) => {
    const [type = "", name = ""] = argument.split(".");
    const all = values.flatMap((value) =>
      value.startsWith("TEXT") ? texts(value) : [value],
    );
    return all.flatMap((value) =>
      [
        ...(lists[type] ?? []),
        ...(name === "text" && type === "ServiceFilter" ? [FACETS] : []),
      ].map((list) => list.replace("$", `{ ${name}: ${value} }`)),
    );
  });
  const questions: Question[] = [];
  for (let from = 0; from < selections.length; from += AT_ONCE)
    questions.push({
      query: `query ($centre: ID!) { centre(id: $centre) { ${selections
        .slice(from, from + AT_ONCE)
        .map((selection, n) => `q${String(n)}: ${selection}`)
        .join(" ")} } }`,
      variables: { centre: cast.centre.globalId },
    });
  return questions;
}

async function answers(
  { ask }: Actor,
  questions: readonly Question[],
): Promise<string[]> {
  const told: string[] = [];
  for (const { query, variables } of questions) {
    const answer = JSON.stringify(await ask(query, variables));
    if (/TOO_COSTLY|VALIDATION_FAILED|INTERNAL/.test(answer))
      throw new Error(`${answer.slice(0, 200)}: ${query}`);
    told.push(answer);
  }
  return told;
}

it("probes each argument that narrows or orders", () => {
  const due = taken
    .filter(({ is, by }) => /narrows|orders/.test(is) && !by.includes("."))
    .filter(({ by }) => by !== "AccessLogFilter")
    .map(({ by, name }) => `${by}.${name}`);
  expect(Object.keys(probes).sort()).toEqual(due.sort());
});

it.each(actorNames)("tells %s nothing of what changes unseen", async (name) => {
  const actor = cast.actors[name];
  const told = mayBeTold(name, ["y"]);
  const hidden = canaries.filter(
    ({ row, also }) => !told.has(row) && !(also && told.has(also)),
  );
  const questions = [...narrowing(hidden), ...walked];
  const before = await answers(actor, questions);
  const fresh = await plant(admin, cast, hidden);
  for (const [canary, word] of fresh) words.set(canary, word);
  const after = await answers(actor, questions);
  const changed = questions.filter((_, n) => before[n] !== after[n]);
  expect(changed.map(({ query }) => query)).toEqual([]);
});

it("tells by the access log nothing of whom it is not about", async () => {
  const [, pseudonym = ""] =
    [...words].find(
      ([{ row, table }]) =>
        [row, table].join() === "Case of colleague,case_ref",
    ) ?? [];
  const query = `query ($id: ID!, $pseudonym: String) { centre(id: $id) {
    accessLog(filter: { pseudonym: $pseudonym }) { pageInfo { hasNextPage endCursor } nodes { id } } } }`;
  for (const name of actorNames) {
    if (mayBeTold(name, ["y"]).has("Log of colleague's case")) continue;
    const id = cast.centre.globalId;
    const { ask } = cast.actors[name];
    expect(await ask(query, { id, pseudonym })).toEqual(
      await ask(query, { id, pseudonym: "nobody" }),
    );
  }
});

it("would be heard: who may read it sees it change", async () => {
  const questions = [...narrowing(canaries), ...walked];
  const before = await answers(cast.actors.ous, questions);
  await plant(admin, cast);
  const after = await answers(cast.actors.ous, questions);
  const changed = before.filter((answer, n) => answer !== after[n]);
  expect(changed.length).toBeGreaterThan(questions.length / 2);
});
