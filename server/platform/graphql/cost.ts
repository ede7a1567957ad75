// What an operation costs to answer: about one point for each object it may load, multiplied down its lists.
import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isListType,
  type OperationDefinitionNode,
} from "graphql";
// the package's other build loads a second copy of graphql, whose types are strangers to ours
import complexity, {
  type ComplexityEstimatorArgs,
} from "graphql-query-complexity/cjs";
import { Extensions } from "type-graphql";

export const defaultPageSize = 20;

/** A plain list is small by rule; so many are charged when nothing says otherwise. */
const plainListLength = 10;

/** A scalar is no load by itself, but a thousand of them are an answer too large to write. */
const leafWeight = 0.1;
const objectWeight = 1;

/** A page is found and counted, however short it is: twenty in one operation are more than any screen has. */
export const pageSearch = 400;

interface Weighed {
  /** What it takes to find the entries, however few are asked for. */
  once?: number;
  /** How many entries a plain list brings, where the usual ten would be far off. */
  times?: number;
}

/** The weight of one entry of a field; lists and pages multiply by themselves. */
export function Cost(
  weight: number,
  weighed: Weighed = {},
): MethodDecorator & PropertyDecorator {
  return Extensions({
    complexity: (asked: ComplexityEstimatorArgs) =>
      fieldCost(asked, weight, weighed),
  });
}

/** The estimators in the order they are asked: what a field declares, else what its type says. */
const estimators = [
  complexity.fieldExtensionsEstimator(),
  (asked: ComplexityEstimatorArgs) =>
    fieldCost(
      asked,
      isCompositeType(getNamedType(asked.field.type))
        ? objectWeight
        : leafWeight,
    ),
];

export function tooMuch(
  what: string,
  asked: number,
  allowed: number,
): GraphQLError {
  return new GraphQLError(
    `The operation asks for ${asked} ${what}; ${allowed} are allowed.`,
    { extensions: { code: "TOO_COSTLY", asked, allowed } },
  );
}

export function limitCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  allowed: number,
): void {
  const name = operation.name?.value;
  const asked = complexity.getComplexity({
    schema,
    query: document,
    variables,
    estimators,
    ...(name ? { operationName: name } : {}),
  });
  if (asked > allowed)
    throw tooMuch("points of cost", Math.ceil(asked), allowed);
}

function fieldCost(
  { args, childComplexity, field, type }: ComplexityEstimatorArgs,
  weight: number,
  { once = isPage(field) ? pageSearch : 0, times }: Weighed = {},
): number {
  return (
    once +
    (weight + childComplexity) * (times ?? entries(args["first"], field, type))
  );
}

function entries(
  first: unknown,
  field: GraphQLField<unknown, unknown>,
  parent: GraphQLNamedType,
): number {
  if (isPage(field)) return typeof first === "number" ? first : defaultPageSize;
  // the nodes and edges of a page were multiplied by `first` one level above; the schema stands in memory
  if (parent.name.endsWith("Connection") || isIntrospectionType(parent))
    return 1;
  const isListOfObjects =
    isListType(getNullableType(field.type)) &&
    isCompositeType(getNamedType(field.type));
  return isListOfObjects ? plainListLength : 1;
}

function isPage(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === "first");
}
