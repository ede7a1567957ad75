// What awaits the organiser of coordinators who have left: their open referrals without a plan for an end, and what was suggested to them.
import { skipToken, useQuery } from "@apollo/client/react";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { awaitsPlan } from "../referring/index.js";
import { LeftBehindCountQuery } from "./awaits.documents.js";
import { listOf, type Waiting } from "./waiting.js";

export function useLeftBehindWaiting(): Waiting[] {
  const viewer = useViewer();
  const plans = holdsAny(viewer, ["OUS"]);
  const { data, refetch } = useQuery(
    LeftBehindCountQuery,
    plans
      ? {
          variables: { centreId: viewer.centre.id },
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  useReadAnew(plans ? ["REFERRAL"] : [], () => refetch());
  const { leftBehind, suggested } = data?.centre ?? {};
  const waiting = (kind: "leftBehind" | "leftSuggestion", id: string) => ({
    ...{ kind, id, name: "" },
    to: listOf[kind],
  });
  return [
    ...(leftBehind?.nodes ?? [])
      .filter(awaitsPlan)
      .map(({ id }) => waiting("leftBehind", id)),
    ...(suggested?.nodes ?? []).map(({ id }) => waiting("leftSuggestion", id)),
  ];
}
