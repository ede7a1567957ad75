// When somebody of the partner last looked at who the person of a referral is, for whose referral it is.
import { skipToken, useQuery } from "@apollo/client/react";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { useViewer } from "../app/session/viewer.js";
import { AccessLogQuery } from "./access-log.documents.js";

/** A look is no event of the log: it is asked for while somebody watches. */
const LOOKED_MS = 30_000;

interface Sent {
  id: string;
  viewerIsSender: boolean;
  partner: { id: string };
}

export function useLastShown(referral: Sent): Date | null {
  const { id: referralId, viewerIsSender, partner } = referral;
  const { centre } = useViewer();
  const filter = { referralId, partnerId: partner.id, action: "VIEW" as const };
  const asked = useQuery(
    AccessLogQuery,
    viewerIsSender
      ? {
          variables: { centreId: centre.id, filter, first: 100 },
          fetchPolicy: "cache-and-network",
          pollInterval: LOOKED_MS,
          skipPollAttempt: () => document.hidden,
        }
      : skipToken,
  );
  useReadAnew(["REFERRAL"], () =>
    viewerIsSender ? asked.refetch() : Promise.resolve(),
  );
  const look = asked.data?.centre?.accessLog.nodes.find(
    ({ change, outcome }) => change === "PersonShown" && outcome === "DONE",
  );
  return look ? new Date(look.at) : null;
}
