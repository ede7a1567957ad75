// The printed graph is current, holds all that others rely on, and explains itself.
import { readFileSync } from "node:fs";

import type {
  GraphQLArgument,
  GraphQLInputField,
  GraphQLNamedType,
  GraphQLSchema,
} from "graphql";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";

import { graph, printGraph } from "../../server/graph.js";

const contract = buildSchema(readFileSync("schema/contract.graphql", "utf8"));
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await graph();
});

function namesOf(types: Readonly<Record<string, GraphQLNamedType>>): string[] {
  return Object.values(types)
    .filter((type) => !type.name.startsWith("__"))
    .filter((type) => !isSpecifiedScalarType(type))
    .map(({ name }) => name);
}

function told({
  name,
  type,
  defaultValue,
}: GraphQLArgument | GraphQLInputField) {
  return `${name}: ${String(type)}${defaultValue === undefined ? "" : ` = ${JSON.stringify(defaultValue)}`}`;
}

/** What a type promises, line by line; more may stand beside it. */
function promises(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(told);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    ...type.getInterfaces().map(({ name }) => `implements ${name}`),
    ...Object.values(type.getFields()).flatMap((field) => [
      `${field.name}: ${String(field.type)}`,
      ...field.args.map((arg) => `${field.name}(${told(arg)})`),
    ]),
  ];
}

it("is printed as it is", async () => {
  expect(await printGraph()).toBe(
    readFileSync("schema/schema.graphql", "utf8"),
  );
});

it.each(namesOf(contract.getTypeMap()))("holds the contract's %s", (name) => {
  const theirs = contract.getType(name);
  const ours = schema.getType(name);
  expect(ours?.constructor).toBe(theirs?.constructor);
  const held = new Set(promises(ours));
  expect(promises(theirs).filter((line) => !held.has(line))).toEqual([]);
});

it("asks nothing more of who relies on the contract", () => {
  const more: string[] = [];
  for (const name of namesOf(contract.getTypeMap())) {
    const theirs = contract.getType(name);
    const ours = schema.getType(name);
    if (isInputObjectType(theirs) && isInputObjectType(ours))
      for (const field of Object.values(ours.getFields()))
        if (isRequiredInputField(field) && !(field.name in theirs.getFields()))
          more.push(`${name}.${field.name}`);
    if (isObjectType(theirs) && isObjectType(ours))
      for (const field of Object.values(ours.getFields())) {
        const known = theirs.getFields()[field.name];
        for (const arg of field.args)
          if (
            known &&
            isRequiredArgument(arg) &&
            !known.args.some((one) => one.name === arg.name)
          )
            more.push(`${name}.${field.name}(${arg.name})`);
      }
  }
  expect(more).toEqual([]);
});

it("describes every type, field, argument and value", () => {
  const bare: string[] = [];
  const look = (
    where: string,
    thing: { description?: string | null | undefined },
  ) => {
    if (!thing.description?.trim()) bare.push(where);
  };
  for (const name of namesOf(schema.getTypeMap())) {
    const type = schema.getType(name);
    if (!type) continue;
    look(name, type);
    if (isEnumType(type))
      for (const value of type.getValues())
        look(`${name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        look(`${name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        look(`${name}.${field.name}`, field);
        for (const arg of field.args)
          look(`${name}.${field.name}(${arg.name})`, arg);
      }
  }
  expect(bare).toEqual([]);
});

it("gives every mutation one input and a payload that can tell a problem", () => {
  for (const field of Object.values(
    schema.getMutationType()?.getFields() ?? {},
  )) {
    // two say that it is over, the third always the same, so that nobody learns who has an account
    if (
      ["signOut", "unlinkIdentity", "requestPasswordReset"].includes(field.name)
    )
      continue;
    expect(field.args.map(({ name }) => name)).toEqual(["input"]);
    const payload = schema.getType(String(field.type).replace("!", ""));
    const members = isUnionType(payload) ? payload.getTypes() : [];
    expect(
      members.some((member) =>
        member.getInterfaces().some(({ name }) => name === "Problem"),
      ),
    ).toBe(true);
  }
});
