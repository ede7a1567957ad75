// One verb of a form: its outcome, what was wrong in which field, and whether it is under way.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import { type Failure, useVerb } from "../../graphql/use-verb.js";
import type { Wrong } from "./Form.js";

interface Told {
  __typename: string;
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

export interface Asked {
  isPending: boolean;
  wrong: Wrong | null;
  failure: Failure | null;
  errorAt(path: string): string | undefined;
}

export function useAsk<
  Outcome extends Told,
  Variables extends OperationVariables,
>(mutation: TypedDocumentNode<{ outcome: Outcome }, Variables>, isKept = true) {
  const [verb, isPending] = useVerb(mutation, isKept);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(variables: Variables): Promise<Outcome | undefined> {
    if (isPending) return undefined;
    const { data, failure: failed } = await verb(variables);
    setFailure(failed ?? null);
    // nothing of these answers is masked

    const outcome = data?.outcome;
    setWrong(
      outcome?.message === undefined
        ? null
        : { message: outcome.message, fields: outcome.fields ?? [] },
    );
    return outcome;
  }

  return {
    run,
    isPending,
    wrong,
    failure,
    // all that is wrong there at once
    errorAt: (path: string) =>
      wrong?.fields
        ?.filter((field) => field.path === path)
        .map(({ message }) => message)
        .join(" ") || undefined,
  };
}
