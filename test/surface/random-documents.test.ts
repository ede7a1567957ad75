// No cheap document is dear: random ones that fit the schema, at both doors, are refused by a code or answered within bounds.
import fc from "fast-check";
import {
  getNamedType,
  type GraphQLNamedType,
  isLeafType,
  isObjectType,
} from "graphql";
import type { QueryRunner } from "typeorm";

import { graph } from "../../server/graph.js";
import { hangUp } from "../platform/socket-talk.js";
import { send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import { aPerson } from "../support/people.js";
import { aCentre } from "../support/world.js";
import { waysFrom } from "./argument-places.js";
import { codesOf, type Stranger, whoAsks } from "./both-doors.js";
import { randomDocument } from "./random-document.js";
import type { KnownIds } from "./samples.js";

/** SPLOT_DOCUMENTS for the night, SPLOT_SEED to see one run again. */
const runs = Number(process.env["SPLOT_DOCUMENTS"] ?? 150);
const seed = Number(process.env["SPLOT_SEED"] ?? Date.now() % 2 ** 31);

const mostStatements = 50;
const mostBytes = 1024 * 1024;

let api: Api;
let doors: Doors;
let asks: Stranger;
let ids: KnownIds;
let statements = 0;
beforeAll(async () => {
  api = await openApi(undefined, { introspection: false });
  doors = await openDoors(api);
  const centre = await aCentre(api);
  const partners = await Promise.all(
    Array.from({ length: 25 }, () => centre.aPartner()),
  );
  const [partner = centre.hub] = partners;
  const person = await aPerson(api, {
    centreId: centre.id,
    partnerId: partner.id,
    roles: ["KIPUS", "OUS", "PARTNER_ADMIN", "PARTNER_REFERRALS", "IOD"],
  });
  const caseId = await centre.aCase(person);
  let referralId = "";
  let serviceId = "";
  for (const one of partners) {
    await one.aContact();
    const service = await one.aService({ total: 5 });
    const sent = await send(person, service, { caseId });
    referralId = sent.id ?? "";
    serviceId = service.globalId;
  }
  ids = {
    "Query.id": centre.globalId,
    centreId: centre.globalId,
    partnerId: partner.globalId,
    serviceId,
    referralId,
    caseId,
  };
  asks = await whoAsks(doors, person.token);
  count(api);
}, 60_000);
afterAll(async () => {
  await hangUp();
  await doors.close();
  await api.close();
});

/** Every statement of an operation goes through a runner of its own. */
function count({ dataSource }: Api): void {
  const make = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner: QueryRunner = make(mode);
    const query = runner.query.bind(runner);
    runner.query = (sql: string, ...rest: []) => {
      if (!/^(begin|commit|rollback)/.test(sql)) statements++;
      return query(sql, ...rest);
    };
    return runner;
  };
}

const refusals = ["TOO_COSTLY", "BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"];
const inside = ["UNAUTHENTICATED", "FORBIDDEN", "BAD_USER_INPUT"];

it("one field asked for under as many names as are allowed stays within the same bound", async () => {
  const schema = await graph();
  const root = schema.getQueryType();
  const over: string[] = [];
  let answered = 0;
  for (const [type, way] of root ? waysFrom(schema, root, ids) : [])
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const given = field.args.some(({ name }) => name === "id")
        ? `(id: ${JSON.stringify(ids[`${type.name}.id`])})`
        : field.args.some(({ name }) => name === "first")
          ? "(first: 1)"
          : "";
      const inner = isLeafType(named) ? "" : `{ ${leavesOf(named)} }`;
      const close = "}".repeat(way.split("{").length - 1);
      // the most that are let through
      for (const times of [30, 20, 15, 10, 5]) {
        const same = Array.from(
          { length: times },
          (_, n) => `a${String(n)}: ${field.name}${given} ${inner}`,
        );
        statements = 0;
        const { reply } = await asks.overHttp(
          `{ ${way} ${same.join(" ")} ${close} }`,
        );
        if (!reply.data) continue;
        answered++;
        if (statements > mostStatements)
          over.push(
            `${type.name}.${field.name} × ${String(times)}: ${String(statements)}`,
          );
        break;
      }
    }
  expect(over).toEqual([]);
  expect(answered).toBeGreaterThan(150);
}, 60_000);

/** All of its plain fields, and those of the entries of a page. */
function leavesOf(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return "__typename";
  const fields = Object.values(type.getFields());
  const plain = fields
    .filter(
      ({ type: of, args }) => args.length === 0 && isLeafType(getNamedType(of)),
    )
    .map(({ name }) => name);
  const nodes = type.getFields()["nodes"];
  const entries = nodes
    ? ` nodes { ${leavesOf(getNamedType(nodes.type))} }`
    : "";
  return `__typename ${plain.join(" ")}${entries}`;
}

it(`of ${String(runs)} random documents none is dear`, async () => {
  const schema = await graph();
  const seen = { answered: 0, refused: 0, statements: 0, bytes: 0 };
  await fc.assert(
    fc.asyncProperty(fc.gen(), fc.boolean(), async (draw, byHttp) => {
      const { query, variables } = randomDocument(schema, ids, {
        below: (bound) => draw(fc.nat, { max: bound - 1 }),
      });
      statements = 0;
      const asked = await asks[byHttp ? "overHttp" : "overSocket"](
        query,
        variables,
      );
      const codes = codesOf(asked);
      if (asked.reply.data) {
        seen.answered++;
        seen.statements = Math.max(seen.statements, statements);
        seen.bytes = Math.max(seen.bytes, asked.text.length);
        expect(statements).toBeLessThanOrEqual(mostStatements);
        expect(Buffer.byteLength(asked.text)).toBeLessThanOrEqual(mostBytes);
        for (const code of codes) expect(inside).toContain(code);
      } else {
        seen.refused++;
        expect(codes).not.toEqual([]);
        for (const code of codes) expect(refusals).toContain(code);
        // what is refused costs no more than knowing who asks
        expect(statements).toBeLessThanOrEqual(3);
      }
      if (byHttp) expect([200, 400]).toContain(asked.status);
    }),
    { numRuns: runs, seed, endOnFailure: runs > 1_000 },
  );
  console.info(JSON.stringify({ seed, runs, most: seen }));
  expect(seen.answered).toBeGreaterThan(runs / 10);
}, 3_600_000);
