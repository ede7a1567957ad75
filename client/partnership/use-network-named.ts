// The network that the address names, and all that there are.
import { useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import { NetworkNamesQuery } from "./network.documents.js";

interface Named {
  id: string;
  name: string;
}

export function useNetworkNamed(): Named | null {
  const { net } = useParams();
  const { data } = usePageQuery(
    NetworkNamesQuery,
    { centreId: useViewer().centre.id },
    { from: "network", of: ["NETWORK"] },
  );
  const networks: readonly Named[] = data.centre?.networks ?? [];
  return networks.find(({ name }) => slugOf(name) === net) ?? null;
}
