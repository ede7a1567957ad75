// A coordinator's own sent referrals in the graph, kept true by the log.
import { skipToken, useApolloClient, useQuery } from "@apollo/client/react";

import { useOnReferral } from "../app/live/use-live.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";
import type {
  LiveReferralFragment,
  Role,
} from "../graphql/generated/graphql.js";
import { useStanding } from "../graphql/use-standing.js";
import { isOver } from "./awaits.js";

export const SentQuery = graphql(`
  query SentReferrals($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      open: referrals(
        filter: {
          sentByViewer: true
          statuses: [
            DRAFT
            SENT
            RECEIVED
            INFO_REQUESTED
            WAITLISTED
            OFFERED
            ACCEPTED
            IN_PROGRESS
            SUSPENDED
          ]
        }
        first: 50
        after: $after
      ) {
        nodes {
          ...LiveReferral @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const EndedQuery = graphql(`
  query EndedReferrals($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      ended: referrals(
        filter: {
          sentByViewer: true
          statuses: [COMPLETED, DISCONTINUED, DECLINED, EXPIRED, WITHDRAWN]
        }
        first: 20
        after: $after
      ) {
        nodes {
          ...LiveReferral @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const senderRoles = ["KIPUS"] as const satisfies readonly Role[];

/** What the viewer has sent and is not over; nothing for who sends nothing. */
export function useSent(): readonly LiveReferralFragment[] {
  const viewer = useViewer();
  const { data } = useQuery(
    SentQuery,
    holdsAny(viewer, senderRoles)
      ? { variables: { centreId: viewer.centre.id } }
      : skipToken,
  );
  const open = useStanding(data, viewer.centre.id)?.centre?.open.nodes ?? [];
  return open.filter(({ status }) => !isOver(status));
}

/** A referral that was just sent takes its place in the list; those known are changed by the cache itself. */
export function useJustSent(): void {
  const { cache } = useApolloClient();
  const { centre } = useViewer();
  useOnReferral(({ referral }) => {
    if (!referral.viewerIsSender) return;
    const variables = { centreId: centre.id };
    cache.updateQuery({ query: SentQuery, variables }, (known) => {
      if (!known?.centre) return known;
      const { open } = known.centre;
      if (open.nodes.some(({ id }) => id === referral.id)) return known;
      const nodes = [referral, ...open.nodes];
      return { centre: { ...known.centre, open: { ...open, nodes } } };
    });
  });
}
