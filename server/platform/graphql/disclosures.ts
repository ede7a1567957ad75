// What one operation tells of people: gathered field by field, put on record before the answer leaves.
import type { ExecutionResult } from "graphql";
import { GraphQLError } from "graphql";

import type { Touch, TouchDoor } from "../permission/touch.js";

export class Disclosures {
  private readonly told = new Map<string, Set<string>>();
  private readonly written = new Set<string>();

  tell(noun: string, subjectId: string, field: string): void {
    const key = `${noun}:${subjectId}`;
    const fields = this.told.get(key) ?? new Set();
    this.told.set(key, fields.add(field));
  }

  /** What this operation itself wrote is on record already, and is not told to whoever wrote it. */
  wrote(touches: readonly Touch[]): void {
    for (const { noun, subjectId, fields } of touches)
      for (const field of fields)
        this.written.add(`${noun}:${subjectId ?? ""}:${field}`);
  }

  /** One touch for each noun; from here on nothing is gathered. */
  take(door: TouchDoor): Touch[] {
    const touches = [...this.told].flatMap(([key, names]): Touch[] => {
      const [noun = "", subjectId = ""] = key.split(":");
      const fields = [...names].filter(
        (name) => !this.written.has(`${key}:${name}`),
      );
      const action = door === "DELIVERY" ? "DELIVER" : "VIEW";
      return fields.length > 0
        ? [{ action, noun, subjectId, fields: fields.sort() }]
        : [];
    });
    this.told.clear();
    return touches;
  }
}

/** A context that puts on record what its answer tells. */
export interface Recording {
  keepRecord(): Promise<void>;
}

/** In the place of an answer that could not be put on record. */
export function withheld(cause: unknown): GraphQLError {
  return new GraphQLError("The answer could not be put on record.", {
    originalError: cause instanceof Error ? cause : new Error(String(cause)),
  });
}

export async function onRecord(
  context: Recording,
  result: ExecutionResult,
): Promise<ExecutionResult> {
  try {
    await context.keepRecord();
    return result;
  } catch (failure) {
    return { errors: [withheld(failure)] };
  }
}
