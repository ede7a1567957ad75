// Watches from every page what agreements await of whoever speaks for a party: the count in the menu stays true.
import { useApolloClient } from "@apollo/client/react";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { speakerRoles } from "./awaiting-agreements.js";
import { AwaitsQuery } from "./awaits.documents.js";
import { awaitsOf, topicsOfWaiting } from "./waiting.js";

export function AgreementsWatch() {
  const viewer = useViewer();
  return holdsAny(viewer, speakerRoles) ? <Watch /> : null;
}

function Watch() {
  const viewer = useViewer();
  const client = useApolloClient();
  useReadAnew(topicsOfWaiting, () =>
    client.query({
      query: AwaitsQuery,
      variables: awaitsOf(viewer),
      fetchPolicy: "network-only",
      // what is under way may have been answered before the change
      context: { queryDeduplication: false },
    }),
  );
  return null;
}
