// A step of a referral by its coordinator: done, moved by somebody else meanwhile, or refused with a reason.
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

type Answer =
  | { __typename: "Referral" }
  | { __typename: "ReferralMoved"; referral: LiveReferralFragment }
  | { __typename: "InvalidInput" | "SensitiveWords"; message: string };

export interface Step<Variables> {
  run(variables: Variables): Promise<boolean>;
  isPending: boolean;
  /** The referral as somebody else left it. */
  moved: LiveReferralFragment | null;
  problem: { message: string } | null;
  failure: Failure | null;
}

export function useReferralVerb<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  read: (data: Data) => Answer,
): Step<Variables> {
  const [verb, isPending] = useVerb(mutation);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(variables: Variables): Promise<boolean> {
    const { data, failure: nothing = null } = await verb(variables);
    const next = data ? read(data) : null;
    setFailure(nothing);
    setAnswer(next);
    return next?.__typename === "Referral";
  }

  return {
    run,
    isPending,
    moved: answer?.__typename === "ReferralMoved" ? answer.referral : null,
    problem: answer && "message" in answer ? answer : null,
    failure,
  };
}
