// After a case was opened or closed: lists of cases that were read before are read anew.
import { useApolloClient } from "@apollo/client/react";
import { useCallback } from "react";

import { useViewer } from "../app/session/viewer.js";

export function useReadCasesAnew(): () => void {
  const { cache } = useApolloClient();
  const { centre } = useViewer();
  return useCallback(() => {
    const id = cache.identify({ __typename: "Centre", id: centre.id });
    if (id) cache.evict({ id, fieldName: "cases" });
  }, [cache, centre.id]);
}
