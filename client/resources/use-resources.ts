// The resources that are looked for, page after page, and all of them for a file.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import type { ResourceFilter } from "../graphql/generated/graphql.js";
import type { ShownResource } from "./choices.js";
import { ResourcesQuery } from "./resources.documents.js";

const PAGE = 25;
const LARGEST_PAGE = 100;

interface Rest {
  hasNextPage: boolean;
  endCursor: string | null;
}

export function useResources(filter: ResourceFilter) {
  const client = useApolloClient();
  const { centre } = useViewer();
  const asked = { centreId: centre.id, filter, first: PAGE };
  const { data, refetch } = usePageQuery(ResourcesQuery, asked, {
    from: "network",
    of: ["RESOURCE"],
  });
  const first = data.centre?.resources;
  const [later, setLater] = useState<readonly ShownResource[]>([]);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { hasNextPage, endCursor } = rest ??
    first?.pageInfo ?? { hasNextPage: false, endCursor: null };

  async function readMore(): Promise<void> {
    setReading(true);
    const next = await readPage(client, { ...asked, after: endCursor });
    setReading(false);
    setFailed(!next);
    if (!next) return;
    setLater((known) => [...known, ...next.nodes]);
    setRest(next.pageInfo);
  }

  return {
    resources: [...(first?.nodes ?? []), ...later],
    total: first?.totalCount ?? 0,
    hasMore: hasNextPage,
    isReading,
    hasFailed,
    readMore,
    /** What was changed may stand on a page that was read before. */
    async readAnew() {
      setLater([]);
      setRest(null);
      await refetch();
    },
  };
}

type Client = ReturnType<typeof useApolloClient>;

function readPage(
  client: Client,
  variables: {
    centreId: string;
    filter: ResourceFilter;
    first: number;
    after: string | null;
  },
) {
  return client
    .query({ query: ResourcesQuery, variables, fetchPolicy: "no-cache" })
    .then(
      ({ data }) => data?.centre?.resources,
      () => undefined,
    );
}

/** Undefined where a page could not be read: half a file would be taken for a whole one. */
export function useAllResources(filter: ResourceFilter) {
  const client = useApolloClient();
  const { centre } = useViewer();
  return async (): Promise<ShownResource[] | undefined> => {
    const found: ShownResource[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(
        client,
        { centreId: centre.id, filter, first: LARGEST_PAGE, after },
      );
      if (!page) return undefined;
      found.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return found;
  };
}
