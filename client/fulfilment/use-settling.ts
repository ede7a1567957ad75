// One verb of the page: sent, its problem shown, and everything read anew where it was done.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import type { Wrong } from "../app/forms/Form.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

interface Answered {
  outcome: { __typename: string; message?: string; fields?: Wrong["fields"] };
}

export function useSettling<Variables extends OperationVariables>(
  verb: TypedDocumentNode<Answered, Variables>,
  onDone: () => void,
) {
  const [run, isPending] = useVerb(verb);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function settle(variables: Variables): Promise<void> {
    if (isPending) return;
    const { data, failure: failed } = await run(variables);
    setFailure(failed ?? null);
    if (!data) return;
    const { message, fields = [] } = data.outcome;
    setWrong(message === undefined ? null : { message, fields });
    if (message === undefined) onDone();
  }
  const errorAt = (path: string) =>
    wrong?.fields?.find((field) => field.path === path)?.message;
  return { settle, isPending, wrong, failure, errorAt };
}
