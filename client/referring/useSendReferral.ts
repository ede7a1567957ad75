// Sends a referral: one key an intent, kept until it is certain what became of it.
import { useRef, useState } from "react";

import { graphql } from "../graphql/generated/gql.js";
import type {
  SendReferralInput,
  SendReferralMutation,
  TakeOverSuggestionMutation,
} from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

const SendReferral = graphql(`
  mutation SendReferral($input: SendReferralInput!) {
    sendReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ... on NoFreePlace {
        message
        alternatives {
          ...ReferableService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

/** The same, and the suggestion of a partner is decided with it. */
const TakeOverSuggestion = graphql(`
  mutation TakeOverSuggestion($input: TakeOverSuggestionInput!) {
    sendReferral: takeOverSuggestion(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ... on NoFreePlace {
        message
        alternatives {
          ...ReferableService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export type SendAnswer =
  | SendReferralMutation["sendReferral"]
  | TakeOverSuggestionMutation["sendReferral"];
export type SentReferral = Extract<SendAnswer, { __typename: "Referral" }>;
export type NoPlace = Extract<SendAnswer, { __typename: "NoFreePlace" }>;

export type Intent = Omit<SendReferralInput, "requestKey">;

export function useSendReferral(suggestionId?: string) {
  const [run, isSending] = useVerb(SendReferral);
  const [takeOver, isTakingOver] = useVerb(TakeOverSuggestion);
  const [answer, setAnswer] = useState<SendAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const key = useRef<string>(null);

  async function send(intent: Intent): Promise<void> {
    key.current ??= crypto.randomUUID();
    const input = { ...intent, requestKey: key.current };
    // what was wrong with the last try is judged anew
    setAnswer((was) => (was && "fields" in was ? null : was));
    const { data, failure: nothing = null } = suggestionId
      ? await takeOver({ input: { suggestionId, send: input } })
      : await run({ input });
    // without an answer the first attempt may have been done: only its own key settles that
    if (nothing !== "unknown") key.current = null;
    setFailure(nothing);
    setAnswer(data?.sendReferral ?? null);
  }

  return { send, isSending: isSending || isTakingOver, answer, failure };
}
