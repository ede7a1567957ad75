// Places in a queue move when somebody else's referral does: what waits on a page is read again when the numbers of its service tell of it.
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";

import { graphql } from "../../graphql/generated/gql.js";
import type { LiveReferralFragment } from "../../graphql/generated/graphql.js";
import { useViewer } from "../session/viewer.js";
import { later } from "./later.js";
import { useOnCapacity } from "./use-live.js";

const QueuePlaces = graphql(`
  query QueuePlaces($centreId: ID!, $serviceId: ID!) {
    centre(id: $centreId) {
      id
      referrals(
        filter: { serviceId: $serviceId, statuses: [WAITLISTED] }
        first: 50
      ) {
        nodes {
          id
          queuePosition
        }
      }
    }
  }
`);

/** What comes within this time is read at once. */
const gather = 300;

export function useQueuePlaces(
  shown: readonly Pick<LiveReferralFragment, "status" | "service">[],
): void {
  const client = useApolloClient();
  const { centre } = useViewer();
  const due = useRef(new Map<string, () => void>());
  useOnCapacity(({ service: { id: serviceId } }) => {
    const waits = shown.some(
      ({ status, service }) =>
        status === "WAITLISTED" && service.id === serviceId,
    );
    if (!waits || due.current.has(serviceId)) return;
    const read = () => {
      due.current.delete(serviceId);
      const variables = { centreId: centre.id, serviceId };
      // what cannot be read now is read with the next change
      client
        .query({ query: QueuePlaces, variables, fetchPolicy: "network-only" })
        .catch(() => undefined);
    };
    due.current.set(serviceId, later(gather, read));
  });
  useEffect(() => {
    const { current } = due;
    return () => {
      for (const callOff of current.values()) callOff();
      current.clear();
    };
  }, []);
}
