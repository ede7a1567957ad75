// Which of a coordinator's referrals nobody took, so that she chooses where else: read once for all pages, anew when the log tells of any.
import { skipToken, useQuery } from "@apollo/client/react";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";
import type {
  AwaitsNextQuery,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { senderRoles } from "./sent-list.js";

export const AwaitedQuery = graphql(`
  query AwaitsNext($centreId: ID!) {
    centre(id: $centreId) {
      id
      awaiting: referrals(
        filter: { awaitsNext: true, sentByViewer: true }
        first: 20
      ) {
        nodes {
          ...LiveReferral @unmask
        }
      }
    }
  }
`);

export function awaitingIn(
  data: AwaitsNextQuery | undefined,
): readonly LiveReferralFragment[] {
  return data?.centre?.awaiting.nodes ?? [];
}

/** Nothing for who sends nothing. */
export function useAwaitingNext(): readonly LiveReferralFragment[] {
  const viewer = useViewer();
  const { data } = useQuery(
    AwaitedQuery,
    holdsAny(viewer, senderRoles)
      ? { variables: { centreId: viewer.centre.id } }
      : skipToken,
  );
  return awaitingIn(data);
}

/** Keeps it true, whatever page is shown. */
export function useWatchAwaitingNext(): void {
  const { centre } = useViewer();
  const { refetch } = useQuery(AwaitedQuery, {
    variables: { centreId: centre.id },
  });
  useReadAnew(["REFERRAL"], () => refetch());
}
