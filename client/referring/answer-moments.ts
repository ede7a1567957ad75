// By when an answer would come, if the referral were sent now; the working days are the graph's to count.
import { useQuery } from "@apollo/client/react";

import { graphql } from "../graphql/generated/gql.js";
import type { ReferralPriority } from "../graphql/generated/graphql.js";

const AnswerMoments = graphql(`
  query AnswerMoments($serviceId: ID!) {
    node(id: $serviceId) {
      __typename
      id
      ... on Service {
        responseTimes {
          priority
          dueAt
        }
      }
    }
  }
`);

/** Nothing until it is read, which nobody has to wait for. */
export function useAnswerMoments(
  serviceId: string,
): (priority: ReferralPriority) => Date | null {
  const { data } = useQuery(AnswerMoments, {
    variables: { serviceId },
    // as of now, and never in the way of what the lists know
    fetchPolicy: "no-cache",
  });
  const times =
    data?.node?.__typename === "Service" ? data.node.responseTimes : [];
  return (priority) => {
    const time = times.find((one) => one.priority === priority);
    return time ? new Date(time.dueAt) : null;
  };
}
