// What one GraphQL operation may ask for, judged before it runs, by the same words over HTTP and over the socket.
import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from "graphql";

import { limitCost } from "./cost.js";
import type { ShapeLimits } from "./operation-shape.js";
import { requirePlainValues } from "./plain-text.js";
import { documentReader, Refusals } from "./read-document.js";

export interface Limits extends ShapeLimits {
  bodyBytes: number;
  tokens: number;
  pageSize: number;
  cost: number;
  faults: number;
}

/** Each at least twice what the widest page of our own client asks. */
export const defaultLimits: Limits = {
  // the longest form, an imported list included, stays under half of it
  bodyBytes: 100_000,
  // keeps parsing and validating under 50 ms, and nesting far from the end of the stack
  tokens: 2_000,
  // centre › services › nodes › partner › agreements is five; room for a page inside a page
  depth: 12,
  // a page needs one or two; a guesser of passwords hundreds
  aliases: 30,
  rootFields: 20,
  directives: 30,
  pageSize: 100,
  // a hundred partners with their contacts, agreements and services; a page inside a page stays out
  cost: 8_000,
  // told of one operation; each is work, and the first ones say enough
  faults: 5,
};

export interface OperationRules {
  schema: GraphQLSchema;
  limits?: Limits;
  /** Whether strangers may read the schema, and be told of names near the one they mistyped. */
  introspection: boolean;
}

export interface AskedOperation {
  text: string;
  operationName?: string | null | undefined;
  variables?: unknown;
}

export type CheckedOperation =
  | { document: DocumentNode; operation: OperationDefinitionNode }
  | { errors: readonly GraphQLError[] };

export type CheckOperation = (asked: AskedOperation) => CheckedOperation;

/** The one judge of operations of a schema. */
export function operationCheck({
  schema,
  limits = defaultLimits,
  introspection,
}: OperationRules): CheckOperation {
  const readDocument = documentReader({ schema, limits, introspection });

  return ({ text, operationName, variables }) => {
    try {
      const document = readDocument(text);
      const operation = getOperationAST(document, operationName);
      if (!operation)
        throw refusal(
          "The document has no single operation of that name.",
          "OPERATION_RESOLUTION_FAILURE",
        );
      const values = coerce(schema, operation, variables, {
        maxErrors: limits.faults,
        hints: introspection,
      });
      requirePlainValues(values);
      limitPages(document, values, limits.pageSize);
      limitCost(schema, document, operation, asRecord(variables), limits.cost);
      return { document, operation };
    } catch (error) {
      if (error instanceof Refusals) return { errors: error.refusals };
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };
}

/** Puts the judge in Apollo's place of parsing and validating, so that HTTP knows no other rules. */
export function limitsPlugin(check: CheckOperation): ApolloServerPlugin {
  const nothing = parse("{ __typename }");
  return {
    async requestDidStart() {
      let errors: readonly GraphQLError[] | undefined;
      return {
        async didResolveSource(context) {
          const checked = check({
            text: context.source,
            operationName: context.request.operationName,
            variables: context.request.variables,
          });
          if ("errors" in checked) errors = checked.errors;
          const document = "errors" in checked ? nothing : checked.document;
          // Apollo parses and validates only where no document stands; what its own store holds is not ours
          Object.defineProperty(context, "document", {
            enumerable: true,
            get: () => document,
            set: () => undefined,
          });
        },
        async responseForOperation({ response }) {
          if (!errors) return null;
          response.http.status = 400;
          return {
            http: response.http,
            body: {
              kind: "single",
              singleResult: { errors: errors.map((error) => error.toJSON()) },
            },
          };
        },
      };
    },
  };
}

function refusal(message: string, code: string, node?: FieldNode) {
  return new GraphQLError(message, {
    nodes: node ?? null,
    extensions: { code },
  });
}

function asRecord(variables: unknown): Record<string, unknown> {
  return typeof variables === "object" && variables !== null
    ? { ...variables }
    : {};
}

function coerce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: unknown,
  { maxErrors, hints }: { maxErrors: number; hints: boolean },
): Record<string, unknown> {
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    asRecord(variables),
    { maxErrors },
  );
  if (coerced) return coerced;
  throw new Refusals(
    errors.map((error) =>
      refusal(
        hints ? error.message : error.message.replace(/ Did you mean .*$/s, ""),
        "BAD_USER_INPUT",
      ),
    ),
  );
}

function limitPages(
  document: DocumentNode,
  values: Record<string, unknown>,
  pageSize: number,
): void {
  visit(document, {
    Field(field) {
      const first = field.arguments?.find(({ name }) => name.value === "first");
      if (!first) return;
      const asked =
        first.value.kind === Kind.INT
          ? Number(first.value.value)
          : first.value.kind === Kind.VARIABLE
            ? values[first.value.name.value]
            : undefined;
      if (typeof asked === "number" && (asked < 1 || asked > pageSize))
        throw refusal(
          `A page holds 1 to ${pageSize} entries, not ${asked}.`,
          "BAD_USER_INPUT",
          field,
        );
    },
  });
}
