// Everything that a hostile client might put into every argument of the graph: refused in our own words, and never a fault.
import { randomUUID } from "node:crypto";

import { graph } from "../../server/graph.js";
import { hangUp } from "../platform/socket-talk.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";
import { type Place, placesOf, replaced } from "./argument-places.js";
import { type Asked, codesOf, type Stranger, whoAsks } from "./both-doors.js";
import { oddValuesOf } from "./samples.js";

let api: Api;
let doors: Doors;
let person: Person;
let asks: Stranger;
let places: Place[];
beforeAll(async () => {
  api = await openApi(undefined, { introspection: false });
  doors = await openDoors(api);
  const centre = await aCentre(api);
  const partner = await centre.aPartner();
  const service = await partner.aService({ total: 5 });
  // every right at once, so that no refusal comes before the value is looked at
  person = await aPerson(api, {
    centreId: centre.id,
    partnerId: partner.id,
    roles: ["KIPUS", "OUS", "PARTNER_ADMIN", "PARTNER_REFERRALS", "IOD"],
  });
  const caseId = await centre.aCase(person);
  const sent = await send(person, service, { caseId });
  asks = await whoAsks(doors, person.token);
  places = placesOf(await graph(), {
    centreId: centre.globalId,
    "Query.id": centre.globalId,
    partnerId: partner.globalId,
    serviceId: service.globalId,
    serviceIds: service.globalId,
    referralId: sent.id ?? "",
    caseId,
  });
});
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});

/** By day each place gets a sixth of the values, another sixth than the place of the same type before. */
const isNight = process.env["SPLOT_NIGHT"] === "1";

/** Words of what we are built with, or of how it is built. */
const inner =
  /typeorm|queryfailed|postgres|\bpg_|\bsql\b|relation "|constraint|violates|input syntax|\.(?:[cm]?js|ts):\d|node_modules|stack|argon2|luxon|dataloader|graphile|rate.?limit|cannot read|is not a function|(?:range|type|syntax|reference)error|json\.parse|unexpected token|maximum call|econnre|\bselect |\binsert /i;

const known = new Set([
  "BAD_USER_INPUT",
  "TOO_COSTLY",
  "GRAPHQL_VALIDATION_FAILED",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CURSOR_UNKNOWN",
  "CURSOR_EXPIRED",
]);

/** What is wrong with an answer; an echo of what was sent is not the server's own word. */
function faultOf(asked: Asked): string | null {
  const unknown = codesOf(asked).filter(
    (code) => typeof code !== "string" || !known.has(code),
  );
  if (unknown.length > 0) return `${JSON.stringify(unknown)}: ${asked.text}`;
  if (asked.status !== null && ![200, 400].includes(asked.status))
    return `status ${String(asked.status)}`;
  const said = inner.exec(asked.text)?.[0];
  return said ? `says "${said}": ${asked.text.slice(0, 300)}` : null;
}

it("reaches every field that takes an argument", async () => {
  const reached = new Set(places.map(({ name }) => name.split("(")[0]));
  const all = Object.values((await graph()).getTypeMap()).flatMap((type) =>
    "getFields" in type &&
    "getInterfaces" in type &&
    !type.name.startsWith("__")
      ? Object.values(type.getFields()).flatMap((field) =>
          "args" in field && field.args.length > 0
            ? [`${type.name}.${field.name}`]
            : [],
        )
      : [],
  );
  expect([...reached].sort()).toEqual(all.sort());
});

it("answers no value with a fault, a stack or a library's words", async () => {
  const faults: string[] = [];
  let asked = 0;
  const turns = new Map<string, number>();
  for (const place of places) {
    const turn = turns.get(String(place.type)) ?? 0;
    turns.set(String(place.type), turn + 1);
    const values = oddValuesOf(place.type).filter(
      (_value, at) => isNight || (at + turn) % 6 === 0,
    );
    const tries = values.map(async (value, at) => {
      const variables = replaced(place, value);
      // each fifth by the other door; a subscription has only that one
      const door =
        place.kind === "subscription" || at % 5 === 0
          ? "overSocket"
          : "overHttp";
      const answer = await asks[door](place.query, variables);
      asked++;
      const fault = faultOf(answer);
      if (fault)
        faults.push(
          `${place.name} ${door} ${JSON.stringify(value).slice(0, 60)}: ${fault}`,
        );
    });
    await Promise.all(tries);
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(asked).toBeGreaterThan(500);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(asks.talk.closed).toBeNull();
  console.info(
    `${String(asked)} odd values at ${String(places.length)} places`,
  );
}, 120_000);

it("says in its own words what is no request at all", async () => {
  const bodies = [
    "",
    "{",
    "\0",
    "nul",
    '"text"',
    "[]",
    "[null]",
    "null",
    "7",
    '{"query":7}',
    '{"query":null}',
    '{"query":{}}',
    '{"query":""}',
    '{"query":"{ __typename }","variables":"x"}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","operationName":7}',
    '{"query":"{ __typename }","extensions":7}',
    '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
    '{"__proto__":{"query":"{ __typename }"}}',
    "[".repeat(50_000),
    '{"a":'.repeat(16_000),
    `{"query":"{ __typename }","variables":${"[".repeat(9_000)}${"]".repeat(9_000)}}`,
    `{"query":"${"{a".repeat(20_000)}"}`,
    "\ufeff{}",
  ];
  for (const body of bodies)
    for (const accept of [
      "application/json",
      "application/graphql-response+json",
    ]) {
      const answer = await doors.post(body, { accept });
      const text = await answer.text();
      expect([body.slice(0, 60), answer.status, inner.exec(text)?.[0]]).toEqual(
        [body.slice(0, 60), answer.status === 200 ? 200 : 400, undefined],
      );
    }
});

it("takes a header for what it is worth", async () => {
  const query = "{ viewer { name } }";
  const odd: Record<string, string>[] = [
    { authorization: `Bearer ${"x".repeat(7_000)}` },
    { authorization: "Bearer '; drop table session; --" },
    { authorization: "Bearer \u00ff\u00fe" },
    { cookie: "splot_session" },
    { cookie: `splot_session=${"%00".repeat(500)}` },
    { cookie: ";;;=;=x; splot_session==; __proto__=1" },
    { "accept-language": "*;q=x,,".repeat(300) },
    { "user-agent": "\u00ff".repeat(3_000) },
    { "x-forwarded-for": "'; --" },
    { "x-request-id": randomUUID() },
    { accept: "x/y" },
    { "content-type": "application/json; charset=utf-7" },
    { "apollo-require-preflight": "x", "x-apollo-operation-name": "__proto__" },
  ];
  for (const headers of odd) {
    const answer = await doors.post({ query }, headers);
    const text = await answer.text();
    expect([headers, answer.status < 500, inner.exec(text)?.[0]]).toEqual([
      headers,
      true,
      undefined,
    ]);
  }
});
