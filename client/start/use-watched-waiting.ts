// What awaits the data protection officer: breaches and requests with their clocks, who was told of in danger without consent and what was not allowed in the last week, and an access log that does not hold.
import { skipToken, useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { useDates } from "../design/dates.js";
import { calendarDay } from "../design/period.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import { WatchedQuery } from "./awaits.documents.js";
import type { Waiting } from "./waiting.js";

const DAYS = 7;

export function useWatchedWaiting(): Waiting[] {
  const { t } = useTranslation("start");
  const viewer = useViewer();
  const now = useNow();
  const { moment } = useDates(now);
  const day = useDay();
  const from = calendarDay(new Date(now.getTime() - DAYS * 86_400_000));
  const { data } = useQuery(
    WatchedQuery,
    holdsAny(viewer, ["IOD"])
      ? {
          variables: { centreId: viewer.centre.id, from },
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  const centre = data?.centre;
  if (!centre) return [];
  const { accessLog, accessLogChain: chain, residentRequests } = centre;
  const due = (kind: "breach" | "request", number: number, until: string) => ({
    kind,
    id: `${kind} ${String(number)}`,
    name: t("awaits.due", { number, until }),
    to: "/ochrona-danych",
  });
  const breaches = centre.breaches
    .filter(({ decidedAt }) => decidedAt === null)
    .map((one) => due("breach", one.number, moment(new Date(one.dueAt))));
  const requests = residentRequests
    .filter(({ state }) => state === "OPEN")
    .map((one) => due("request", one.number, day(one.dueOn)));
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
  const danger = centre.danger.nodes.map(({ id }) => ({
    ...{ kind: "danger" as const, id, name: "" },
    to: `/dziennik?co=w-zagrozeniu&od=${from}`,
  }));
  return [...breaches, ...requests, ...danger, ...broken, ...refused];
}
