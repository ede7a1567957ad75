// One card at the door: looked at, then used; a try whose answer was lost is repeated as the same one.
import { useCallback, useRef, useState } from "react";

import type {
  AtTheDoorFragment,
  CheckTokenMutation,
  RedeemTokenMutation,
  TokenRefusal,
} from "../graphql/generated/graphql.js";
import type { Failure, Outcome } from "../graphql/use-verb.js";
import { useVerb } from "../graphql/use-verb.js";
import { CheckToken, RedeemToken } from "./door.documents.js";

export type Answer =
  | { kind: "good" | "used"; referral: AtTheDoorFragment }
  | {
      kind: "refused";
      reason: TokenRefusal;
      referral: AtTheDoorFragment | null;
    };

type Told = Answer | { kind: "invalid"; message: string };

export function useCard() {
  // a code is kept nowhere, and neither is what it opened
  const [look, isLooking] = useVerb(CheckToken, false);
  const [use, isUsing] = useVerb(RedeemToken, false);
  const [answer, setAnswer] = useState<Told | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = useRef<string | null>(null);
  const last = useRef<(() => Promise<void>) | null>(null);

  const take = useCallback(
    (
      kind: "good" | "used",
      outcome: Outcome<CheckTokenMutation | RedeemTokenMutation>,
    ) => {
      setFailure(outcome.failure ?? null);
      if (outcome.data) setAnswer(toldBy(kind, outcome.data.answer));
    },
    [],
  );
  const check = useCallback(
    async (code: string) => {
      key.current = null;
      last.current = () => check(code);
      take("good", await look({ input: { code } }));
    },
    [look, take],
  );
  const redeem = useCallback(
    async (code: string) => {
      key.current ??= crypto.randomUUID();
      const requestKey = key.current;
      last.current = () => redeem(code);
      take("used", await use({ input: { code, requestKey } }));
    },
    [use, take],
  );
  return {
    ...{ answer, failure, check, redeem },
    isPending: isLooking || isUsing,
    again: () => last.current?.(),
    forget: () => {
      key.current = null;
      setAnswer(null);
      setFailure(null);
    },
  };
}

function toldBy(
  kind: "good" | "used",
  answer: CheckTokenMutation["answer"] | RedeemTokenMutation["answer"],
): Told {
  switch (answer.__typename) {
    case "Referral":
      return { kind, referral: answer };
    case "TokenRefused": {
      const { reason, referral } = answer;
      return { kind: "refused", reason, referral };
    }
    default:
      return {
        kind: "invalid",
        message:
          ("fields" in answer && answer.fields[0]?.message) || answer.message,
      };
  }
}
