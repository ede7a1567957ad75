// Open referrals of coordinators who have left, for the organiser; those that wait for a plan first.
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";
import { awaitsPlan } from "./awaits-plan.js";

const LeftBehindQuery = graphql(`
  query LeftBehind($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      leftBehind: referrals(
        filter: {
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
          senderHasLeft: true
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

export function useLeftBehind() {
  const { centre } = useViewer();
  const { data, fetchMore } = usePageQuery(
    LeftBehindQuery,
    { centreId: centre.id },
    { from: "network" },
  );
  const known = data.centre?.leftBehind;
  const readMore = () =>
    fetchMore({
      variables: { after: known?.pageInfo.endCursor ?? null },
      updateQuery: (shown, { fetchMoreResult }) => {
        const next = fetchMoreResult.centre?.leftBehind;
        if (!shown.centre || !next) return shown;
        const nodes = [...shown.centre.leftBehind.nodes, ...next.nodes];
        return { centre: { ...shown.centre, leftBehind: { ...next, nodes } } };
      },
    });
  return {
    referrals: (known?.nodes ?? []).toSorted(
      (a, b) => Number(awaitsPlan(b)) - Number(awaitsPlan(a)),
    ),
    readMore: known?.pageInfo.hasNextPage ? readMore : null,
  };
}
