// A document that a stranger sent: read within bounds, held against the schema, and remembered where it passed.
import {
  type DocumentNode,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";

import { tooMuch } from "./cost.js";
import type { OperationRules } from "./limits.js";
import { limitShape } from "./operation-shape.js";
import { requirePlainLiterals } from "./plain-text.js";
import { RememberedDocuments } from "./remembered-documents.js";

/** All faults of an operation at once. */
export class Refusals extends Error {
  constructor(readonly refusals: readonly GraphQLError[]) {
    super("the operation is refused");
  }
}

/** Judges all that does not depend on variables. */
export function documentReader({
  schema,
  limits,
  introspection,
}: Required<OperationRules>): (text: string) => DocumentNode {
  const rules = introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const remembered = new RememberedDocuments();

  return (text) => {
    const known = remembered.find(text);
    if (known) return known;
    if (Buffer.byteLength(text) > limits.bodyBytes)
      throw tooMuch("bytes", Buffer.byteLength(text), limits.bodyBytes);
    limitComments(text, limits.tokens);
    const examined = parseWithin(text, limits.tokens);
    limitShape(examined, limits);
    requirePlainLiterals(examined);
    const faults = validate(schema, examined, rules, {
      maxErrors: limits.faults,
      hideSuggestions: !introspection,
    });
    if (faults.length > 0)
      throw new Refusals(
        faults.map((fault) => coded(fault, "GRAPHQL_VALIDATION_FAILED")),
      );
    // only the faults needed the places in the text, and these hold all its tokens in memory
    const document = parse(text, { noLocation: true });
    remembered.keep(text, document);
    return document;
  };
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
}

/** The parser counts no comments but makes a token of each; where the sign stands in a string it counts too. */
function limitComments(text: string, allowed: number): void {
  let comments = 0;
  let at = text.indexOf("#");
  while (at >= 0 && comments <= allowed) {
    comments++;
    at = text.indexOf("#", at + 1);
  }
  if (comments > allowed)
    throw tooMuch("comments or more", allowed + 1, allowed);
}

function parseWithin(text: string, maxLexicalTokens: number): DocumentNode {
  try {
    return parse(text, { maxLexicalTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql says it in words only
    if (error.message.includes("Parsing aborted"))
      throw tooMuch("tokens or more", maxLexicalTokens + 1, maxLexicalTokens);
    throw coded(error, "GRAPHQL_PARSE_FAILED");
  }
}
