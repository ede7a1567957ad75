// Text that PostgreSQL can hold: without the character NUL and without halves of characters.
import type { DocumentNode } from "graphql";
import { visit } from "graphql";

import { Refusal } from "./problem.js";

const unholdable = /[\0\p{Surrogate}]/u;

export function isPlainText(text: string): boolean {
  return !unholdable.test(text);
}

function requirePlainText(text: string): void {
  if (!isPlainText(text))
    throw new Refusal(
      "BAD_USER_INPUT",
      "A text holds the character U+0000 or half of a character; leave it out.",
    );
}

/** @throws BAD_USER_INPUT */
export function requirePlainLiterals(document: DocumentNode): void {
  visit(document, { StringValue: ({ value }) => requirePlainText(value) });
}

/** @throws BAD_USER_INPUT where a text at any depth is not plain */
export function requirePlainValues(value: unknown): void {
  if (typeof value === "string") requirePlainText(value);
  else if (typeof value === "object" && value !== null)
    Object.values(value).forEach(requirePlainValues);
}
