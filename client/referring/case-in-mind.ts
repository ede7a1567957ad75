// The coordinator's own open cases and the one that she searches for now: remembered until the page is left, never stored or put in an address.
import { makeVar } from "@apollo/client";
import { useQuery, useReactiveVar } from "@apollo/client/react";

import { useViewer } from "../app/session/viewer.js";
import { graphql } from "../graphql/generated/gql.js";

const OwnCases = graphql(`
  query OwnCases($centreId: ID!) {
    centre(id: $centreId) {
      id
      cases(isOpen: true, first: 100) {
        nodes {
          id
          pseudonym
        }
      }
    }
  }
`);

const caseId = makeVar<string | null>(null);

export function useCases() {
  const { centre } = useViewer();
  const { data, error, refetch } = useQuery(OwnCases, {
    variables: { centreId: centre.id },
  });
  const chosen = useReactiveVar(caseId);
  const cases = data?.centre?.cases.nodes ?? [];
  return {
    cases,
    couldNotRead: error !== undefined,
    readAgain: () => void refetch(),
    /** Only ever one of the viewer's own. */
    inMind: cases.find(({ id }) => id === chosen) ?? null,
    choose: (id: string | null) => caseId(id),
  };
}
