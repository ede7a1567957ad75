// How much of the case shall travel with a referral: what the graph lets, what she has chosen, and what she writes with it.
import { skipToken, useQuery } from "@apollo/client/react";
import { useState } from "react";

import { graphql } from "../graphql/generated/gql.js";
import type {
  DisclosureLevel,
  PersonalDataField,
  ReferralPriority,
  SendReferralInput,
  TravelReason,
  TravelToQuery,
} from "../graphql/generated/graphql.js";
import { useStanding } from "../graphql/use-standing.js";
import { identifyingIn } from "./identifying.js";

const TravelTo = graphql(`
  query TravelTo($caseId: ID!, $serviceId: ID!) {
    node(id: $caseId) {
      __typename
      id
      ... on Case {
        travelTo(serviceId: $serviceId) {
          defaultLevel
          options {
            level
            obstacleText
            isBasisMissing
            basisKind
            basisValidTo
            needsReason
            fields
            sensitiveFields
          }
        }
      }
    }
  }
`);

export type TravelOption = NonNullable<
  Extract<TravelToQuery["node"], { __typename: "Case" }>["travelTo"]
>["options"][number];

export interface Sensitive {
  field: PersonalDataField;
  value: string;
  reason: TravelReason | null;
}

export const longestGoal = 120;

export const travelReasons = [
  "AT_HOME",
  "LAW",
  "CONTRACT",
  "SAFETY",
  "ADJUSTMENT",
] as const satisfies readonly TravelReason[];

export function useTravel(
  serviceId: string,
  caseId: string | null,
  priority: ReferralPriority = "STANDARD",
) {
  const { data, loading } = useQuery(
    TravelTo,
    caseId
      ? {
          variables: { caseId, serviceId },
          // what was agreed meanwhile counts
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  const [wanted, setLevel] = useState<DisclosureLevel | null>(null);
  const [reason, setReason] = useState<TravelReason | null>(null);
  const [isInDanger, setInDanger] = useState(false);
  const [goal, setGoal] = useState("");
  const [sensitive, setSensitive] = useState<readonly Sensitive[]>([]);
  const node = useStanding(data, `${caseId ?? ""} ${serviceId}`)?.node;
  const choice = caseId && node?.__typename === "Case" ? node.travelTo : null;
  const level = choice ? (wanted ?? choice.defaultLevel) : "L0_TOKEN";
  const option = choice?.options.find((one) => one.level === level) ?? null;
  const hasGoal = option?.fields.includes("SERVICE_GOAL") ?? false;
  const mayGoUnasked =
    priority === "EMERGENCY" &&
    level === "L1_CONTACT" &&
    option?.isBasisMissing === true;
  const goesUnasked = mayGoUnasked && isInDanger;
  return {
    caseId,
    isReading: caseId !== null && loading && !choice,
    options: choice?.options ?? [],
    defaultLevel: choice?.defaultLevel ?? "L0_TOKEN",
    level,
    option,
    hasGoal,
    /** Nobody could be asked: what gets in touch may go at once where life or health is in danger. */
    mayGoUnasked,
    goesUnasked,
    /** Something of the person goes along as it stands. */
    goes:
      level !== "L0_TOKEN" &&
      option !== null &&
      (option.obstacleText === null || goesUnasked),
    reason,
    goal,
    sensitive,
    setInDanger,
    setLevel,
    setReason,
    setGoal,
    setSensitive,
    /** In the goal, before the server says so. */
    personal: hasGoal ? identifyingIn(goal) : null,
    /** It goes to nobody before somebody has been asked. */
    lacksBasis: option?.isBasisMissing === true && !goesUnasked,
    input: {
      disclosureLevel: level,
      levelReason: option?.needsReason ? reason : null,
      vitalInterest: goesUnasked,
      goal: hasGoal ? goal.trim() || null : null,
      sensitive:
        level === "L3_SENSITIVE"
          ? sensitive.map(({ value, ...one }) => ({
              ...one,
              value: value.trim(),
            }))
          : null,
    } satisfies Partial<SendReferralInput>,
  };
}

export type Travel = ReturnType<typeof useTravel>;
