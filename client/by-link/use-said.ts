// One answer by link: what it left, or what stood in its way.
import type { TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import type {
  ConfirmByLinkMutation,
  OpenedFragment,
} from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

type Outcome = ConfirmByLinkMutation["confirmByLink"];

export function useSaid<Data, Input extends object>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  outcomeOf: (data: Data) => Outcome,
  onAnswered: (link: OpenedFragment) => void,
) {
  const [run, isPending] = useVerb(mutation);
  const [problem, setProblem] = useState<{ message: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function say(input: Input): Promise<void> {
    if (isPending) return;
    const answer = await run({ input });
    setFailure(answer.failure ?? null);
    setProblem(null);
    if (!answer.data) return;
    // of documents of this feature nothing is masked
    const outcome = outcomeOf(answer.data);
    if (outcome.__typename === "OpenedLink") {
      onAnswered(outcome);
      return;
    }
    setProblem({ message: outcome.message });
    if ("link" in outcome && outcome.link) onAnswered(outcome.link);
  }
  return { say, isPending, problem, failure };
}
