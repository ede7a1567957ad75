// What the partner can do with a referral, each verb folded into one outcome.
import { useState } from "react";

import type {
  AppointmentInput,
  DeclineReason,
  DiscontinueReason,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import {
  type Failure,
  type Outcome as Sent,
  useVerb,
} from "../graphql/use-verb.js";
import {
  AcceptReferral,
  CompleteReferral,
  DeclineReferral,
  DiscontinueReferral,
  OfferPlace,
  StartReferral,
  WaitlistReferral,
} from "./referrals.documents.js";

export type Verb =
  | "accept"
  | "decline"
  | "waitlist"
  | "offer"
  | "start"
  | "complete"
  | "discontinue";

interface Fault {
  path: string;
  message: string;
}

export type Outcome =
  | { kind: "done"; verb: Verb; referral: LiveReferralFragment }
  /** Somebody else acted first; the referral is as it is now. */
  | { kind: "moved"; referral: LiveReferralFragment }
  | { kind: "problem"; message: string; fields?: readonly Fault[] }
  | { kind: "failed"; failure: Failure };

type Answer = {
  answer:
    | ({ __typename: "Referral" } & LiveReferralFragment)
    | { __typename: "ReferralMoved"; referral: LiveReferralFragment }
    | {
        __typename:
          | "NoFreePlace"
          | "AgreementMissing"
          | "BasisMissing"
          | "DocumentMissing"
          | "SensitiveWords"
          | "InvalidInput";
        message: string;
        fields?: readonly Fault[];
      };
};

export function useAnswer(referralId: string) {
  const [accept] = useVerb(AcceptReferral);
  const [decline] = useVerb(DeclineReferral);
  const [waitlist] = useVerb(WaitlistReferral);
  const [offer] = useVerb(OfferPlace);
  const [start] = useVerb(StartReferral);
  const [complete] = useVerb(CompleteReferral);
  const [discontinue] = useVerb(DiscontinueReferral);
  const [pending, setPending] = useState<Verb | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function run(verb: Verb, send: () => Promise<Sent<Answer>>) {
    if (pending) return null;
    setPending(verb);
    const result = fold(verb, await send());
    setPending(null);
    setOutcome(result);
    return result;
  }

  const id = { referralId };
  return {
    pending,
    outcome,
    forget: () => setOutcome(null),
    /** With the first date, or null: it comes later. */
    accept: (appointment: AppointmentInput | null) =>
      run("accept", () => accept({ input: { ...id, appointment } })),
    waitlist: (expectedOn: string | null) =>
      run("waitlist", () => waitlist({ input: { ...id, expectedOn } })),
    /** A reason where it is somebody else's turn. */
    offer: (reason: string | null) =>
      run("offer", () => offer({ input: { ...id, reason } })),
    complete: (deliveredUnits: number | null, result: string | null) =>
      run("complete", () =>
        complete({ input: { ...id, deliveredUnits, result } }),
      ),
    decline: (reason: DeclineReason) =>
      run("decline", () => decline({ input: { ...id, reason } })),
    discontinue: (reason: DiscontinueReason) =>
      run("discontinue", () => discontinue({ input: { ...id, reason } })),
    start: (statutoryDocumentRef: string | null) =>
      run("start", () => start({ input: { ...id, statutoryDocumentRef } })),
  };
}

export type Answering = ReturnType<typeof useAnswer>;

function fold(verb: Verb, sent: Sent<Answer>): Outcome {
  if (!sent.data) return { kind: "failed", failure: sent.failure };
  const { answer } = sent.data;
  switch (answer.__typename) {
    case "Referral":
      return { kind: "done", verb, referral: answer };
    case "ReferralMoved":
      return { kind: "moved", referral: answer.referral };
    default:
      return {
        kind: "problem",
        message: answer.message,
        ...(answer.fields ? { fields: answer.fields } : {}),
      };
  }
}
