// What awaits the data protection officer: accesses of the last week that were not allowed, and an access log that does not hold.
import { skipToken, useQuery } from "@apollo/client/react";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { calendarDay } from "../design/period.js";
import { useNow } from "../design/use-now.js";
import { RefusedQuery } from "./awaits.documents.js";
import type { Waiting } from "./waiting.js";

const DAYS = 7;

export function useWatchedWaiting(): Waiting[] {
  const viewer = useViewer();
  const from = calendarDay(new Date(useNow().getTime() - DAYS * 86_400_000));
  const { data } = useQuery(
    RefusedQuery,
    holdsAny(viewer, ["IOD"])
      ? {
          variables: { centreId: viewer.centre.id, from },
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  const centre = data?.centre;
  if (!centre) return [];
  const { accessLog, accessLogChain: chain } = centre;
  const broken: Waiting[] =
    chain && chain.brokenAt !== null
      ? [{ kind: "chain", id: "chain", name: "", to: "/dziennik" }]
      : [];
  const to = `/dziennik?wynik=bez-dostepu&od=${from}`;
  const refused = accessLog.pageInfo.hasNextPage
    ? [{ kind: "refusedMany" as const, id: "refused", name: "", to }]
    : accessLog.nodes.map(({ id }) => ({
        kind: "refused" as const,
        id,
        name: "",
        to,
      }));
  return [...broken, ...refused];
}
