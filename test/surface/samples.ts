// Values for the arguments of a graph, read from its types: such as make sense, and such as no honest client sends.
import { randomUUID } from "node:crypto";

import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from "graphql";

import { toGlobalId } from "../../server/platform/graphql/global-id.js";

/** Real ids of a world by the names that arguments give them. */
export type KnownIds = Readonly<Record<string, string>>;

/** A value that a client may well send. */
export function sampleOf(
  type: GraphQLInputType,
  name: string,
  ids: KnownIds,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(nullable.ofType, name, ids)];
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    return Object.fromEntries(
      fields
        .filter((field) => isRequiredInputField(field) || field.name in ids)
        .map((field) => [field.name, sampleOf(field.type, field.name, ids)]),
    );
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  switch (getNamedType(type).name) {
    case "ID":
      return ids[name] ?? toGlobalId("Partner", randomUUID());
    case "Int":
    case "Float":
      return 1;
    case "Boolean":
      return true;
    case "Date":
      return "2026-12-01";
    case "DateTime":
      return "2026-12-01T08:00:00Z";
    default:
      return name === "requestKey" ? randomUUID() : "probka";
  }
}

const nouns = ["Partner", "Service", "Referral", "Centre", "Session", "Case"];

const texts: unknown[] = [
  "",
  "   ",
  "a\0b",
  "\ud800",
  "'; drop table account; --",
  "%' or 1=1 \\",
  "$1 ${7*7} {{7*7}}",
  "__proto__",
  "constructor",
  "\u202e\u0000\uffff",
  "../../etc/passwd",
  "💩".repeat(2_000),
  "x".repeat(40_000),
];

const cursors: unknown[] = [
  [0, 0, 0, 1e300, "x", "x"],
  ["'; --", randomUUID()],
  { toString: 1 },
  null,
].map((values) => Buffer.from(JSON.stringify(values)).toString("base64url"));

const ids: unknown[] = [
  ...nouns.map((noun) => toGlobalId(noun, randomUUID())),
  toGlobalId("constructor", randomUUID()),
  toGlobalId("Service", "1 or 1=1"),
  Buffer.from("Service").toString("base64url"),
  Buffer.from([0xff, 0xfe, 0x3a, 0]).toString("base64url"),
];

const numbers: unknown[] = [
  0, -1, 100, 101, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e308, 0.5,
];

const days: unknown[] = [
  "2026-02-30",
  "0001-01-01",
  "9999-12-31",
  "+275760-09-13T00:00:00.000Z",
  "-000001-01-01T00:00:00Z",
  "tomorrow",
];

const ofAnotherType: unknown[] = [
  null,
  true,
  7,
  "7",
  [],
  [[[null]]],
  {},
  JSON.parse('{"__proto__":{"polluted":1}}'),
];

/** What such a value might be replaced by. */
export function oddValuesOf(type: GraphQLInputType): unknown[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return [
      ...ofAnotherType,
      Array(1_000).fill("x"),
      Array(300).fill(null),
      deepList(400),
    ];
  if (isInputObjectType(nullable))
    return [...ofAnotherType, { nothingOfIt: 1 }, deepObject(400)];
  switch (getNamedType(type).name) {
    case "ID":
      return [...ofAnotherType, ...texts, ...ids];
    case "String":
      return [...ofAnotherType, ...texts, ...cursors];
    case "Int":
    case "Float":
      return [...ofAnotherType, ...numbers];
    case "Date":
    case "DateTime":
      return [...ofAnotherType, ...days];
    default:
      return [...ofAnotherType, "constructor", "__proto__"];
  }
}

function deepList(depth: number): unknown {
  return depth === 0 ? [] : [deepList(depth - 1)];
}

function deepObject(depth: number): unknown {
  return depth === 0 ? {} : { input: deepObject(depth - 1) };
}
