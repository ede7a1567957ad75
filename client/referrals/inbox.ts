// The partner's inbox in the graph: what is open and what is finished, kept true by the log.
import {
  skipToken,
  useApolloClient,
  useQuery,
  useSuspenseQuery,
} from "@apollo/client/react";

import { useOnReferral } from "../app/live/use-live.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";
import type {
  LiveReferralFragment,
  Role,
} from "../graphql/generated/graphql.js";

export const InboxQuery = graphql(`
  query Inbox($centreId: ID!, $partnerId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      open: referrals(
        filter: {
          partnerId: $partnerId
          statuses: [
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

/** Withdrawn ones, and ended ones whose basis was, of which the organisation has not yet said what it must keep. */
export const KeepingQuery = graphql(`
  query AwaitsKeeping($centreId: ID!, $partnerId: ID!) {
    centre(id: $centreId) {
      id
      keeping: referrals(
        filter: { partnerId: $partnerId, awaitsKeeping: true }
        first: 50
      ) {
        nodes {
          ...LiveReferral @unmask
        }
      }
    }
  }
`);

export const FinishedQuery = graphql(`
  query FinishedReferrals($centreId: ID!, $partnerId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      finished: referrals(
        filter: {
          partnerId: $partnerId
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

export const inboxRoles = [
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
] as const satisfies readonly Role[];

export function useInboxVariables() {
  const { centre, partner } = useViewer();
  return { centreId: centre.id, partnerId: partner.id };
}

/** Read anew when something is withdrawn: what is asked then was in no list before. */
export function useAwaitingKeeping(): readonly LiveReferralFragment[] {
  const variables = useInboxVariables();
  const { data, refetch } = useQuery(KeepingQuery, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  useOnReferral(({ status, referral }) => {
    if (status === "WITHDRAWN" || referral.basisWithdrawn) void refetch();
  });
  return (data?.centre?.keeping.nodes ?? []).filter(
    (one) => one.keeping?.answer === null,
  );
}

export function awaitsAnswer({ status }: LiveReferralFragment): boolean {
  return status === "SENT" || status === "RECEIVED";
}

/** How many referrals await the viewer's answer; 0 for who has no inbox. */
export function useAwaitingReferrals(): number {
  const viewer = useViewer();
  const variables = useInboxVariables();
  const { data } = useQuery(
    InboxQuery,
    holdsAny(viewer, inboxRoles) ? { variables } : skipToken,
  );
  return data?.centre?.open.nodes.filter(awaitsAnswer).length ?? 0;
}

/** The same at the start of the day, where the page waits for the answer. */
export function useAwaitingAtStart(): number {
  const viewer = useViewer();
  const variables = useInboxVariables();
  const { data } = useSuspenseQuery(
    InboxQuery,
    holdsAny(viewer, inboxRoles) ? { variables } : skipToken,
  );
  return data?.centre?.open.nodes.filter(awaitsAnswer).length ?? 0;
}

/** A referral that arrives takes its place in the inbox; those known are changed by the cache itself. */
export function useArrivals(
  onArrival: (referral: LiveReferralFragment) => void,
) {
  const { cache } = useApolloClient();
  const { partner } = useViewer();
  const variables = useInboxVariables();
  useOnReferral(({ referral, status }) => {
    if (referral.partner.id !== partner.id) return;
    const known = cache.readQuery({ query: InboxQuery, variables })?.centre;
    if (!known || known.open.nodes.some(({ id }) => id === referral.id)) return;
    const nodes = [referral, ...known.open.nodes];
    cache.writeQuery({
      query: InboxQuery,
      variables,
      data: { centre: { ...known, open: { ...known.open, nodes } } },
    });
    if (status === "SENT" || status === "WAITLISTED") onArrival(referral);
  });
}
