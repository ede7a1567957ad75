// What somebody wrote of a person with a referral: read where it is shown, and again with each change; no list asks for it.
import { skipToken, useQuery } from "@apollo/client/react";

import { graphql } from "../../graphql/generated/gql.js";
import { useOnReferral } from "./use-live.js";

const ReferralWords = graphql(`
  query ReferralWords($id: ID!) {
    node(id: $id) {
      __typename
      ... on Referral {
        id
        suspendNote
        withdrawReason
        statutoryDocumentRef
        appointment {
          number
          wishReason
        }
      }
    }
  }
`);

/** null: not shown here, or not read yet. */
export function useReferralWords(id: string, isShown: boolean) {
  const { data, refetch } = useQuery(
    ReferralWords,
    isShown
      ? { variables: { id }, fetchPolicy: "cache-and-network" }
      : skipToken,
  );
  useOnReferral((event) => {
    if (isShown && event.referral.id === id)
      void refetch().catch(() => undefined);
  });
  return data?.node?.__typename === "Referral" ? data.node : null;
}
