// The partners that are looked for, page after page.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import type {
  PartnerFilter,
  PartnerInListFragment,
} from "../graphql/generated/graphql.js";
import { PartnersQuery } from "./partners.documents.js";

const PAGE = 25;

interface Rest {
  hasNextPage: boolean;
  endCursor: string | null;
}

export function usePartners(filter: PartnerFilter) {
  const client = useApolloClient();
  const { centre } = useViewer();
  const asked = { centreId: centre.id, filter, first: PAGE };
  const { data } = usePageQuery(PartnersQuery, asked, {
    from: "network",
    of: ["PARTNER", "NETWORK"],
  });
  const first = data.centre?.partners;
  const [later, setLater] = useState<readonly PartnerInListFragment[]>([]);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { hasNextPage, endCursor } = rest ??
    first?.pageInfo ?? { hasNextPage: false, endCursor: null };

  async function readMore(): Promise<void> {
    setReading(true);
    const next = await client
      .query({
        query: PartnersQuery,
        variables: { ...asked, after: endCursor },
        fetchPolicy: "no-cache",
      })
      .then(
        ({ data: read }) => read?.centre?.partners,
        () => undefined,
      );
    setReading(false);
    setFailed(!next);
    if (!next) return;
    setLater((known) => [...known, ...next.nodes]);
    setRest(next.pageInfo);
  }

  return {
    partners: [...(first?.nodes ?? []), ...later],
    total: first?.totalCount ?? 0,
    hasMore: hasNextPage,
    isReading,
    hasFailed,
    readMore,
  };
}
