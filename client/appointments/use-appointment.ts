// One verb on an appointment: its outcome, whether somebody was quicker, and what was wrong.
import type { TypedDocumentNode } from "@apollo/client";
import { useState } from "react";

import { type Asked, useAsk } from "../app/forms/use-ask.js";

interface Told {
  __typename: string;
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

export interface Step<Input> extends Asked {
  wasQuicker: boolean;
  /** Whether it is done. */
  run(input: Input): Promise<boolean>;
}

export function useAppointment<Input>(
  mutation: TypedDocumentNode<{ outcome: Told }, { input: Input }>,
): Step<Input> {
  const { run, ...asked } = useAsk(mutation);
  const [wasQuicker, setQuicker] = useState(false);
  return {
    ...asked,
    wasQuicker,
    async run(input) {
      const outcome = await run({ input });
      setQuicker(outcome?.__typename === "ReferralMoved");
      return outcome?.__typename === "Referral";
    },
  };
}
