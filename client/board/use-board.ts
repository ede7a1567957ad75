// The hub's board in the graph: numbers of the centre, what happened just now, referrals that nobody opened.
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef } from "react";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useOnCapacity, useOnReferral } from "../app/live/use-live.js";
import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";

export const BoardQuery = graphql(`
  query Board($centreId: ID!) {
    centre(id: $centreId) {
      id
      overview {
        services
        withFreePlace
        withoutFreePlace
        freeDespiteQueue
        keptBeyondTotal
        stale
        neverConfirmed
        areasCovered
        unopenedReferrals
        overdueReferrals
        openReferrals
        areas {
          area
          services
          withFreePlace
        }
      }
      serviceFacets {
        referableNow
      }
      activity(first: 40) {
        nodes {
          ...JustNow_activity @unmask
        }
      }
      unopened: referrals(filter: { statuses: [SENT] }, first: 50) {
        totalCount
        nodes {
          ...UnopenedReferrals_referral @unmask
        }
      }
      emergencies: referrals(
        filter: {
          statuses: [SENT, RECEIVED, INFO_REQUESTED]
          priorities: [EMERGENCY]
        }
        first: 20
      ) {
        nodes {
          ...UnopenedReferrals_referral @unmask
          escalatesAt
        }
      }
      expired: referrals(filter: { statuses: [EXPIRED] }, first: 5) {
        nodes {
          ...ExpiredReferrals_referral @unmask
        }
      }
      undecided: referrals(filter: { placeUndecided: true }, first: 20) {
        totalCount
        nodes {
          ...UndecidedPlaces_referral @unmask
        }
      }
      declined: referrals(filter: { statuses: [DECLINED] }, first: 20) {
        nodes {
          ...DoubtedNumbers_referral @unmask
        }
      }
    }
  }
`);

/** Not oftener than this is the board read anew, however much happens. */
const calm = 2_000;
/** Changes that come together are read together. */
const gather = 300;

export function useBoard() {
  const client = useApolloClient();
  const { centre } = useViewer();
  const variables = { centreId: centre.id };
  const { data } = usePageQuery(BoardQuery, variables, { from: "network" });
  const readAnew = useCallback(() => {
    // what cannot be read now is read with the next change; the live sign tells of the line
    void client.query({
      query: BoardQuery,
      variables: { centreId: centre.id },
      fetchPolicy: "network-only",
      errorPolicy: "all",
    });
  }, [client, centre.id]);
  useOnNews(readAnew);
  return data.centre;
}

function useOnNews(readAnew: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAt = useRef(0);
  const wait = useCallback(() => {
    if (timer.current !== undefined) return;
    const pause = Math.max(gather, readAt.current + calm - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      readAt.current = Date.now();
      readAnew();
    }, pause);
  }, [readAnew]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useOnCapacity(wait);
  useOnReferral(wait);
}
