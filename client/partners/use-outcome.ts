// What came of a form: the faults at its fields, the problem of the whole, or that nothing was saved.
import { useState } from "react";

import type { Failure } from "../graphql/use-verb.js";

interface Answer {
  __typename: string;
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

export function useOutcome(onDone: () => void) {
  const [problem, setProblem] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    problem:
      problem?.message === undefined
        ? null
        : { message: problem.message, fields: problem.fields ?? [] },
    failure,
    errorAt: (path: string) =>
      problem?.fields?.find((field) => field.path === path)?.message,
    /** @returns whether it was done */
    take(answer: Answer | undefined, failed: Failure | undefined): boolean {
      setFailure(failed ?? null);
      setProblem(answer?.message === undefined ? null : answer);
      const isDone = answer !== undefined && answer.message === undefined;
      if (isDone) onDone();
      return isDone;
    },
  };
}
