// All services of the centre for the board, read page by page; the log keeps their numbers true.
import { startTransition, useEffect } from "react";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";

const BoardServicesQuery = graphql(`
  query BoardServices($centreId: ID!, $after: String) {
    centre(id: $centreId) {
      id
      services(filter: { order: NAME }, first: 100, after: $after) {
        totalCount
        nodes {
          ...ServiceRow_service @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function useCentreOffer() {
  const { centre } = useViewer();
  const { data, fetchMore, refetch } = usePageQuery(
    BoardServicesQuery,
    { centreId: centre.id },
    { from: "network" },
  );
  const page = data.centre?.services;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (!next) return;
    startTransition(() => {
      void fetchMore({
        variables: { after: next },
        updateQuery(known, { fetchMoreResult: { centre: more } }) {
          if (!known.centre || !more) return known;
          const { services } = known.centre;
          if (services.pageInfo.endCursor !== next) return known;
          const nodes = [...services.nodes, ...more.services.nodes];
          return {
            centre: { ...known.centre, services: { ...more.services, nodes } },
          };
        },
      });
    });
  }, [next, fetchMore]);
  return {
    services: page?.nodes ?? [],
    total: page?.totalCount ?? 0,
    isComplete: next === null,
    readAnew: () => startTransition(() => void refetch()),
  };
}
