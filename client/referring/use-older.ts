// Adds older referrals behind those of the list that are shown.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";

import { EndedQuery, SentQuery } from "./sent-list.js";

interface List<One> {
  nodes: One[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export function useOlder(centreId: string) {
  const client = useApolloClient();
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const variables = { centreId };

  async function attempt(read: () => Promise<void>): Promise<void> {
    setReading(true);
    const isRead = await read().then(
      () => true,
      () => false,
    );
    setReading(false);
    setFailed(!isRead);
  }

  const readOpen = () =>
    attempt(async () => {
      const known = client.cache.readQuery({ query: SentQuery, variables });
      const after = known?.centre?.open.pageInfo.endCursor ?? null;
      const { data } = await client.query({
        query: SentQuery,
        variables: { ...variables, after },
        fetchPolicy: "network-only",
      });
      const next = data?.centre?.open;
      client.cache.updateQuery({ query: SentQuery, variables }, (shown) => {
        if (!shown?.centre || !next) return shown;
        const open = {
          ...shown.centre.open,
          ...behind(shown.centre.open, next),
        };
        return { centre: { ...shown.centre, open } };
      });
    });

  const readEnded = () =>
    attempt(async () => {
      const known = client.cache.readQuery({ query: EndedQuery, variables });
      const after = known?.centre?.ended.pageInfo.endCursor ?? null;
      const { data } = await client.query({
        query: EndedQuery,
        variables: { ...variables, after },
        fetchPolicy: "network-only",
      });
      const next = data?.centre?.ended;
      client.cache.updateQuery({ query: EndedQuery, variables }, (shown) => {
        if (!shown?.centre || !next) return shown;
        const ended = {
          ...shown.centre.ended,
          ...behind(shown.centre.ended, next),
        };
        return { centre: { ...shown.centre, ended } };
      });
    });

  return { isReading, hasFailed, readOpen, readEnded };
}

function behind<One>(known: List<One>, next: List<One>): List<One> {
  return {
    nodes: [...known.nodes, ...next.nodes],
    pageInfo: next.pageInfo,
  };
}
