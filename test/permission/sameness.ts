// How each argument that takes an id is asked with any id: what is foreign is to be answered as what is absent.
import type { GraphQLInputObjectType, GraphQLSchema } from "graphql";
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";

import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import { aKey } from "../support/world.js";
import type { ActorName, Cast } from "./cast.js";
import { actorNames } from "./cast.js";
import type { Question } from "./doors.js";
import type { Taken } from "./fields.table.js";
import { mutations } from "./operations.table.js";
import { aTargetOf, inputOf } from "./plays.js";

export interface Asked {
  /** By whom it is worth asking: who may do it, and some who may not. */
  actors: readonly ActorName[];
  with(id: string): Question;
  /** A fault of it is told at its own path, or at the list that it stands in. */
  list?: string | undefined;
}

const UNPRIVILEGED: readonly ActorName[] = ["anonymous", "elsewhere", "viewer"];

/** @throws where nobody said how; a new argument is asked here, if its mutation is not in the table already */
export async function askedBy(
  schema: GraphQLSchema,
  cast: Cast,
  { by, name }: Taken,
): Promise<Asked> {
  const [root, field = ""] = by.split(".");
  const centre = cast.centre.globalId;
  if (by === "Query.node")
    return {
      actors: actorNames,
      with: (id) => ({
        query: `query ($centre: ID!, $id: ID!) { centre(id: $centre) { id } node(id: $id) { __typename id } }`,
        variables: { centre, id },
      }),
    };
  if (root === "Case")
    return {
      actors: actorNames,
      with: (id) => ({
        query: `query ($case: ID!, $partner: ID!, $id: ID!) { node(id: $case) { ... on Case {
          ${field}(${name}: $id ${field === "basisChoice" && name === "serviceId" ? "partnerId: $partner" : ""}) { __typename } } } ${
            field === "basisChoice" && name === "serviceId"
              ? ""
              : "partner: node(id: $partner) { id }"
          } }`,
        variables: { case: cast.caseId, partner: cast.partner.globalId, id },
      }),
    };
  if (root === "Query")
    return {
      actors: actorNames.filter((actor) => actor !== "anonymous"),
      with: (id) => ({
        query: `query ($id: ID!) { ${field}(${name}: $id) { __typename } }`,
        variables: { id },
      }),
    };
  if (root === "Subscription")
    return {
      actors: actorNames,
      with: (id) => {
        const value = name.endsWith("s") ? [id] : id;
        return {
          query: `subscription ($centreId: ID!, ${name === "centreId" ? "" : `$${name}: [ID!]`}) {
            ${field}(centreId: $centreId ${name === "centreId" ? "" : `, ${name}: $${name}`}) { __typename } }`,
          variables: { centreId: centre, [name]: value },
        };
      },
    };
  const mutation = mutationWith(schema, by);
  if (mutation) return ofMutation(cast, mutation, name);
  return ofFilter(schema, centre, by, name);
}

/** A field on the way from a mutation's input to an input inside of it. */
interface Step {
  field: string;
  isList: boolean;
  of: string;
}

interface Mutation {
  verb: string;
  input: string;
  steps: readonly Step[];
}

/** The mutation whose input is of this type, or holds it somewhere inside. */
function mutationWith(schema: GraphQLSchema, type: string): Mutation | null {
  for (const { name: verb, args } of Object.values(
    schema.getMutationType()?.getFields() ?? {},
  ))
    for (const { type: of } of args) {
      const input = getNamedType(of);
      if (!isInputObjectType(input)) continue;
      const steps = stepsTo(input, type);
      if (steps) return { verb, input: input.name, steps };
    }
  return null;
}

function stepsTo(input: GraphQLInputObjectType, type: string): Step[] | null {
  if (input.name === type) return [];
  for (const { name: field, type: of } of Object.values(input.getFields())) {
    const inner = getNamedType(of);
    const steps = isInputObjectType(inner) ? stepsTo(inner, type) : null;
    if (steps)
      return [
        { field, isList: isListType(getNullableType(of)), of: inner.name },
        ...steps,
      ];
  }
  return null;
}

async function ofMutation(
  cast: Cast,
  { verb, input, steps }: Mutation,
  name: string,
): Promise<Asked> {
  const row = mutations.find(({ operation }) => operation === verb);
  const may = actorNames.filter((actor) => row?.marks[actor] === "y");
  // what the mutation itself is about, where something else is asked for
  const target =
    row && aimsElsewhere(cast, verb, name, steps)
      ? await aTargetOf(cast, verb)
      : null;
  return {
    actors: [
      ...(row ? may : actorNames.filter((actor) => actor !== "anonymous")),
      ...UNPRIVILEGED,
    ],
    with: (id) => {
      const whole = row
        ? inputOf(cast, verb, target ?? id)
        : ofOwnAccount(cast, verb);
      if ("requestKey" in whole) whole["requestKey"] = aKey();
      return {
        query: `mutation ($input: ${input}!) { ${verb}(input: $input) {
          __typename ... on InvalidInput { message fields { path message } } } }`,
        variables: { input: withAt(whole, steps, { [name]: id }) },
      };
    },
    list: steps.at(-1)?.field,
  };
}

/** What the team asks for by its own membership, where the rest of an input is not asked for by anybody else's. */
function ofOwnAccount(
  { team, service }: Cast,
  verb: string,
): Record<string, unknown> {
  if (verb !== "setQuota") return {};
  return {
    membershipId: toGlobalId("ViewerMembership", team.assignmentId),
    serviceId: service.globalId,
    total: 1000,
    ifVersion: 1,
  };
}

function aimsElsewhere(
  cast: Cast,
  verb: string,
  name: string,
  steps: readonly Step[],
): boolean {
  return steps.length > 0 || inputOf(cast, verb, TARGET)[name] !== TARGET;
}

const TARGET = "the target";

function withAt(
  whole: Record<string, unknown>,
  [step, ...further]: readonly Step[],
  given: Record<string, unknown>,
): Record<string, unknown> {
  if (!step) return { ...whole, ...given };
  const { field, isList, of } = step;
  const inner = withAt(
    {
      ...USUAL[of],
      ...firstOf(isList ? whole[field] : [whole[field]]),
    },
    further,
    given,
  );
  return { ...whole, [field]: isList ? [inner] : inner };
}

const ABSENT = "00000000-0000-4000-8000-000000000000";

/** What the further fields of a thing in a list may be. */
const USUAL: Record<string, Record<string, unknown>> = {
  AgreementContactInput: {
    partnerId: toGlobalId("Partner", ABSENT),
    contactPersonId: toGlobalId("ContactPerson", ABSENT),
  },
  AgreementTaskInput: {
    task: "Zajęcia",
    part: "RESPONSIBLE",
    partnerId: toGlobalId("Partner", ABSENT),
  },
  CorrectiveActionInput: {
    text: "poprawić",
    owner: "PARTNER",
    dueOn: "2027-01-01",
  },
  SeenService: { version: 100_000 },
  ServiceInScopeInput: { placesKept: 0 },
};

/** What a list holds as a rule. */
function firstOf(list: unknown): Record<string, unknown> {
  const all: readonly unknown[] = Array.isArray(list) ? list : [];
  const [first] = all;
  return typeof first === "object" ? { ...first } : {};
}

/** Lists of a centre that take a filter of this type. */
function ofFilter(
  schema: GraphQLSchema,
  centre: string,
  by: string,
  name: string,
): Asked {
  const type = schema.getType("Centre");
  const lists = isObjectType(type)
    ? Object.values(type.getFields()).filter(({ args }) =>
        args.some((arg) => getNamedType(arg.type).name === by),
      )
    : [];
  if (lists.length === 0)
    throw new Error(`nobody knows how to ask for ${by}.${name}`);
  const asked = lists.map(({ name: list, type: of }) => {
    const page = getNamedType(of).name.endsWith("Connection");
    return `${list}(filter: { ${name}: $id }) { ${page ? "totalCount pageInfo { endCursor hasNextPage }" : "total"} }`;
  });
  return {
    actors: actorNames,
    with: (id) => ({
      query: `query ($centre: ID!, $id: ID!) { centre(id: $centre) { ${asked.join(" ")} } }`,
      variables: { centre, id },
    }),
  };
}
