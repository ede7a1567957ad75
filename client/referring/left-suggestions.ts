// What partners suggested for whose coordinator has left: which service, and nothing of anybody.
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useOnReferral } from "../app/live/use-live.js";
import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";

const LeftSuggestionsQuery = graphql(`
  query LeftSuggestions($centreId: ID!) {
    centre(id: $centreId) {
      id
      suggested: referrals(filter: { hasLeftSuggestion: true }, first: 20) {
        nodes {
          id
          number
          partner {
            id
            name
          }
          suggestions {
            id
            service {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export interface LeftSuggestion {
  id: string;
  number: string;
  partner: string;
  /** Null: it is offered no more. */
  service: string | null;
}

export function useLeftSuggestions(): readonly LeftSuggestion[] {
  const { centre } = useViewer();
  const { data, refetch } = usePageQuery(
    LeftSuggestionsQuery,
    { centreId: centre.id },
    { from: "network" },
  );
  const nodes = data.centre?.suggested.nodes ?? [];
  useOnReferral(({ referral }) => {
    if (
      referral.openSuggestions > 0 ||
      nodes.some(({ id }) => id === referral.id)
    )
      void refetch().catch(() => undefined);
  });
  return nodes.flatMap(({ number, partner, suggestions }) =>
    suggestions.map(({ id, service }) => ({
      ...{ id, number, partner: partner.name },
      service: service?.name ?? null,
    })),
  );
}
