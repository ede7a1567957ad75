// A move of an agreement as a verb of the page: what came of it is shown, and the page is read anew.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import type { Wrong } from "../app/forms/Form.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

interface Answer {
  __typename: string;
  id?: string;
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

export function useMove<
  Data extends Record<string, Answer>,
  Variables extends OperationVariables,
>(
  mutation: TypedDocumentNode<Data, Variables>,
  onDone: (id: string | null) => void,
) {
  const [say, isPending] = useVerb(mutation);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(variables: Variables): Promise<void> {
    if (isPending) return;
    const { data, failure: failed } = await say(variables);
    setFailure(failed ?? null);
    if (!data) return;
    const [answer] = Object.values<Answer>({ ...data });
    if (!answer) return;
    const { message } = answer;
    setWrong(message ? { message, fields: answer.fields ?? [] } : null);
    if (!message) onDone(answer.id ?? null);
  }

  const errorAt = (path: string) =>
    wrong?.fields?.find((field) => field.path === path)?.message;
  return { run, isPending, wrong, failure, errorAt };
}
