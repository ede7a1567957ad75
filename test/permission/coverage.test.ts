// No operation, field or argument of the graph without its row in the table of rights, and no row without its field.
import type { GraphQLSchema } from "graphql";
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from "graphql";

import { graph } from "../../server/graph.js";
import { carried, claims, taken } from "./fields.table.js";
import {
  identity,
  mutations,
  reads,
  subscriptions,
} from "./operations.table.js";
import { groups } from "./reads.js";

let schema: GraphQLSchema;
beforeAll(async () => (schema = await graph()));

const HOW = "; AGENTS.md, “Rows of rights”, says how";
const verbs = (rows: readonly { operation: string }[]) =>
  new Set(rows.map(({ operation }) => operation.split(" ")[0] ?? ""));

/** @returns for each name that stands on one side only what is to be done */
function apart(
  inGraph: readonly string[],
  inTable: readonly string[],
  todo: string,
): string[] {
  const [graphed, written] = [new Set(inGraph), new Set(inTable)];
  return [
    ...inGraph
      .filter((name) => !written.has(name))
      .map((name) => `${name} has no row: ${todo}${HOW}`),
    ...[...written]
      .filter((name) => !graphed.has(name))
      .map((name) => `${name} has a row and is no longer in the graph`),
  ];
}

/** Pages and problems carry nothing of their own under these names. */
const CARRYING = {
  Connection: ["edges", "nodes", "pageInfo", "totalCount"],
  Edge: ["cursor", "node"],
};

function fieldsInGraph(): string[] {
  const roots = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => {
      if (roots.includes(type)) return [];
      const isProblem = type
        .getInterfaces()
        .some(({ name }) => name === "Problem");
      const [, suffix] = /(Connection|Edge)$/.exec(type.name) ?? [];
      const ofPage =
        (suffix === "Connection" && "nodes" in type.getFields()) ||
        (suffix === "Edge" && "node" in type.getFields())
          ? CARRYING[suffix]
          : [];
      return Object.keys(type.getFields())
        .filter((name) => !ofPage.includes(name))
        .filter((name) => !(isProblem && name === "message"))
        .map((name) => `${type.name}.${name}`);
    });
}

function argumentsInGraph(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isInputObjectType(type))
      return Object.values(type.getFields())
        .filter(({ type: of }) => !isInputObjectType(getNamedType(of)))
        .map(({ name }) => `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(({ type: of }) => !isInputObjectType(getNamedType(of)))
        .map(({ name }) => `${type.name}.${field.name}.${name}`),
    );
  });
}

it("has a row for every operation", () => {
  const fieldsOf = (type: unknown) =>
    isObjectType(type) ? Object.keys(type.getFields()) : [];
  expect([
    ...apart(
      fieldsOf(schema.getMutationType()),
      [...verbs([...mutations, ...identity])],
      "write who may in operations.table.ts, and in plays.ts how it is played",
    ),
    ...apart(
      fieldsOf(schema.getSubscriptionType()),
      [...verbs(subscriptions)],
      "write to whom it delivers in operations.table.ts",
    ),
    ...apart(
      fieldsOf(schema.getQueryType()).map((name) => `Query.${name}`),
      reads
        .map(({ operation }) => operation)
        .filter((name) => name.startsWith("Query.")),
      "write whom it answers in operations.table.ts, and in reads.ts how it is asked",
    ),
  ]).toEqual([]);
});

it("knows how to ask for every row of reads", () => {
  expect(
    apart(
      Object.keys(groups),
      reads.map(({ operation }) => operation),
      "a group of reads.ts needs its marks in operations.table.ts",
    ),
  ).toEqual([]);
});

it("has a row for every field", () => {
  const grouped = Object.values(groups).flatMap(({ noun, fields }) =>
    noun ? fields.map((field) => `${noun}.${field}`) : [],
  );
  const claimed = Object.entries(claims).flatMap(([noun, fields]) =>
    fields.map((field) => `${noun}.${field}`),
  );
  const withOthers = carried.flatMap(({ type, fields }) =>
    fields.map((field) => `${type}.${field}`),
  );
  expect(
    apart(
      fieldsInGraph(),
      [...grouped, ...claimed, ...withOthers],
      "put it into the group of reads.ts whose marks it has (or a new group with marks in operations.table.ts); a part of a noun into CARRIED of fields.table.ts, a claim of what the viewer can do into claims there",
    ),
  ).toEqual([]);
});

it("brings each part of a noun with a row that stands in the table", () => {
  const rows = [...reads, ...mutations, ...identity, ...subscriptions];
  const known = new Set(rows.map(({ operation }) => operation));
  expect(
    carried.filter(({ row }) => !known.has(row)).map(({ type }) => type),
  ).toEqual([]);
});

it("says of every argument what it is", () => {
  expect(
    apart(
      argumentsInGraph(),
      taken.map(({ by, name }) => `${by}.${name}`),
      "say in ARGUMENTS of fields.table.ts whose id it is, or whether it narrows, orders, pages or says",
    ),
  ).toEqual([]);
});

it("knows each kind of argument", () => {
  const kinds = ["page", "narrows", "orders", "says", "key", "secret", "Node"];
  const strange = taken.filter(
    ({ is }) => !kinds.includes(is) && !isObjectType(schema.getType(is)),
  );
  expect(strange).toEqual([]);
});
