// A form that is saved: it is said once, what was refused stays typed, and who changed it meanwhile is told.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import type { Wrong } from "../app/forms/Form.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

interface Answer {
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === "object" && answer !== null;
}

/** @param onSaved what the page does once it is done */
export function useSaved<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  onSaved: () => void,
) {
  const [run, isPending] = useVerb(mutation);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    /** Of a creation: another one after each refusal. */
    requestKey,
    isPending,
    wrong,
    failure,
    errorAt: (path: string) =>
      wrong?.fields?.find((field) => field.path === path)?.message,
    async save(variables: Variables): Promise<void> {
      if (isPending) return;
      const { data, failure: failed } = await run(variables);
      setFailure(failed ?? null);
      const [answer] = Object.values<unknown>({ ...data });
      if (!isAnswer(answer)) return;
      if (answer.message === undefined) {
        setWrong(null);
        onSaved();
        return;
      }
      setRequestKey(crypto.randomUUID());
      setWrong({ message: answer.message, fields: answer.fields ?? [] });
    },
  };
}
