// Whoever has just signed in enters: nothing of an earlier session stays, and the page that was wanted comes.
import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";

import { type Viewer, ViewerQuery } from "../app/session/viewer.js";

export function useEnter(): (viewer: Viewer, path: string) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async (viewer, path) => {
    await client.clearStore();
    client.writeQuery({ query: ViewerQuery, data: { viewer } });
    await navigate(path, { replace: true });
  };
}
