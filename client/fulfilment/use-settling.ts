// One verb of the page: sent, its problem shown, and everything read anew where it was done.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import { type Failure, useVerb } from "../graphql/use-verb.js";

interface Answered {
  outcome: { __typename: string; message?: string };
}

export function useSettling<Variables extends OperationVariables>(
  verb: TypedDocumentNode<Answered, Variables>,
  onDone: () => void,
) {
  const [run, isPending] = useVerb(verb);
  const [problem, setProblem] = useState<{ message: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function settle(variables: Variables): Promise<void> {
    if (isPending) return;
    const { data, failure: failed } = await run(variables);
    setFailure(failed ?? null);
    if (!data) return;
    const { message } = data.outcome;
    setProblem(message === undefined ? null : { message });
    if (message === undefined) onDone();
  }
  return { settle, isPending, problem, failure };
}
