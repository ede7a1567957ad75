// The partner ends a service: what was delivered, and how it ended.
import { useState } from "react";

import { CompleteDialog } from "../attendance/index.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import type { Answering } from "./use-answer.js";

interface Props {
  referral: LiveReferralFragment;
  answering: Answering;
  onClose(): void;
}

export function CompleteSheet({ referral, answering, onClose }: Props) {
  const [wrong, setWrong] = useState<{ message: string } | null>(null);

  async function complete(units: number | null, result: string | null) {
    const outcome = await answering.complete(units, result);
    if (outcome?.kind === "problem") setWrong(outcome);
    else if (outcome) onClose();
  }

  return (
    <CompleteDialog
      referral={referral}
      asked={{
        isPending: answering.pending === "complete",
        wrong,
        failure: null,
      }}
      onComplete={(units, result) => void complete(units, result)}
      onClose={onClose}
    />
  );
}
