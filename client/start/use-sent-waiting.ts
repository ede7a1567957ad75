// What awaits a coordinator of what she sent: places to confirm, plans for an end, answers that did not come in time.
import { skipToken, useQuery } from "@apollo/client/react";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { referralPath } from "../app/shell/referral-path.js";
import { useNow } from "../design/use-now.js";
import { awaitsPlan, senderRoles, useSent } from "../referring/index.js";
import { UnansweredQuery } from "./awaits.documents.js";
import type { Kind, Waiting } from "./waiting.js";

/** So long an answer that did not come is news. */
const DAYS = 7;

interface Sent {
  id: string;
  number: string;
  service: { name: string };
}

export function useSentWaiting(): Waiting[] {
  const viewer = useViewer();
  const now = useNow();
  const sends = holdsAny(viewer, senderRoles);
  const sent = useSent();
  const { data, refetch } = useQuery(
    UnansweredQuery,
    sends
      ? {
          variables: { centreId: viewer.centre.id },
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  useReadAnew(sends ? ["REFERRAL"] : [], () => refetch());
  const since = now.getTime() - DAYS * 86_400_000;
  const unanswered = (data?.centre?.unanswered.nodes ?? []).filter(
    ({ viewerIsSender, dueAt }) =>
      viewerIsSender && dueAt !== null && Date.parse(dueAt) > since,
  );
  const as = (kind: Kind, referrals: readonly Sent[]) =>
    referrals.map(({ id, number, service }): Waiting => ({
      kind,
      id,
      name: `${number} · ${service.name}`,
      to: referralPath(number),
    }));
  return [
    ...as(
      "question",
      sent.filter(({ status }) => status === "INFO_REQUESTED"),
    ),
    ...as(
      "place",
      sent.filter(({ status }) => status === "OFFERED"),
    ),
    ...as("plan", sent.filter(awaitsPlan)),
    ...as("unanswered", unanswered),
  ];
}
