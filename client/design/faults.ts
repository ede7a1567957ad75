// What a form found wrong before it was sent: the words for each field, by the field's id or name.
import { createContext } from "react";

export const FoundFaults = createContext<ReadonlyMap<string, string>>(
  new Map(),
);

/** Fields that were written in since: what stood wrong there is judged anew. */
export const EditedFields = createContext<ReadonlySet<string>>(new Set());

/** Where a field says what is wrong with it. */
export function errorIdOf(id: string): string {
  return `${id}-error`;
}
