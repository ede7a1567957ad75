// Printing a slip goes on record first; also where the browser's own command prints it.
import { useEffect, useRef, useState } from "react";

import { graphql } from "../graphql/generated/gql.js";
import type { Failure } from "../graphql/use-verb.js";
import { useVerb } from "../graphql/use-verb.js";

const PrintSlip = graphql(`
  mutation PrintSlip($input: PrintSlipInput!) {
    printSlip(input: $input) {
      __typename
    }
  }
`);

export function useSlipPrint(referralId: string | null) {
  const [record, isPending] = useVerb(PrintSlip);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOnRecord = useRef(false);

  useEffect(() => {
    if (!referralId) return;
    const note = () => {
      if (!isOnRecord.current) void record({ input: { referralId } });
      isOnRecord.current = false;
    };
    window.addEventListener("beforeprint", note);
    return () => window.removeEventListener("beforeprint", note);
  }, [record, referralId]);

  async function print(): Promise<void> {
    if (!referralId) return;
    const outcome = await record({ input: { referralId } });
    const isDone = outcome.data?.printSlip.__typename === "Referral";
    setFailure(isDone ? null : (outcome.failure ?? "refused"));
    if (!isDone) return;
    isOnRecord.current = true;
    window.print();
  }

  return { print, isPending, failure };
}
