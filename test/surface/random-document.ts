// A random document that fits the schema: what a client could write, however senseless.
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
} from "graphql";

import { type KnownIds, sampleOf } from "./samples.js";

export interface Dice {
  /** A whole number from 0, below the bound. */
  below(bound: number): number;
}

export interface Written {
  query: string;
  variables: Record<string, unknown>;
}

const pages = [1, 2, 5, 20, 50, 100];

export function randomDocument(
  schema: GraphQLSchema,
  ids: KnownIds,
  dice: Dice,
): Written {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  let names = 0;

  const oneIn = (many: number) => dice.below(many) === 0;

  function selectionOf(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const members = schema.getPossibleTypes(type);
      const member = members[dice.below(members.length)];
      const inner = member ? selectionOf(member, depth) : "";
      return `{ __typename ... on ${member?.name ?? type.name} ${inner} }`;
    }
    if (!isObjectType(type)) return "";
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || isLeafType(getNamedType(field.type)),
    );
    const chosen = new Map<string, string>();
    for (let more = 1 + dice.below(5); more > 0 && fields.length > 0; more--) {
      const field = fields[dice.below(fields.length)];
      if (field) choose(type, field, depth, chosen);
    }
    const all = ["__typename", ...chosen.values()].join(" ");
    return oneIn(8) ? `{ ... on ${type.name} { ${all} } }` : `{ ${all} }`;
  }

  function choose(
    type: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    chosen: Map<string, string>,
  ): void {
    const isTwice = chosen.has(field.name);
    const key = isTwice || oneIn(8) ? `a${String(names++)}` : field.name;
    const given = field.args
      .filter(({ name }) => name !== "after")
      .filter((arg) => String(arg.type).endsWith("!") || dice.below(2) === 0)
      .map((arg) => {
        const variable = `v${String(names++)}`;
        const name = arg.name === "id" ? `${type.name}.id` : arg.name;
        declared.push(`$${variable}: ${String(arg.type)}`);
        variables[variable] =
          arg.name === "first"
            ? pages[dice.below(pages.length)]
            : sampleOf(arg.type, name, ids);
        return `${arg.name}: $${variable}`;
      });
    const call = given.length > 0 ? `(${given.join(", ")})` : "";
    const directive = oneIn(10) ? " @include(if: true)" : "";
    const alias = key === field.name ? "" : `${key}: `;
    const inner = selectionOf(getNamedType(field.type), depth - 1);
    chosen.set(key, `${alias}${field.name}${call}${directive} ${inner}`);
  }

  const root = schema.getQueryType();
  const body = root ? selectionOf(root, 2 + dice.below(7)) : "";
  const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
  return { query: `query Random${head} ${body}`, variables };
}
