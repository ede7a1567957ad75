// The gate of the pages: who is not signed in goes to the sign-in, who must change the password or set up a second factor does that first.
import { useApolloClient, useQuery } from "@apollo/client/react";
import { type ReactNode, useCallback, useEffect } from "react";
import { Navigate, useLocation } from "react-router";

import { Loading } from "../../design/Loading.js";
import { CouldNotRead } from "../errors/CouldNotRead.js";
import { useAccountLanguage } from "../language/use-account-language.js";
import { LiveCentre } from "../live/LiveCentre.js";
import { ViewerContext, ViewerQuery } from "./viewer.js";
import {
  forgetBehind,
  keepBehind,
  sessionEnded,
  signInPath,
} from "./way-back.js";

interface Props {
  /** Drawn instead of the pages while a first password waits to be changed. */
  passwordFirst: ReactNode;
  /** Drawn instead of the pages while a role of hers waits for a second factor. */
  factorFirst: ReactNode;
  children: ReactNode;
}

export function Session({ passwordFirst, factorFirst, children }: Props) {
  const client = useApolloClient();
  const { pathname, search, hash } = useLocation();
  const { data: newest, previousData, error, refetch } = useQuery(ViewerQuery);
  // while the answer is read anew, the pages stay
  const data = newest ?? previousData;
  const lookAgain = useCallback(() => {
    void client.refetchQueries({ include: [ViewerQuery] });
  }, [client]);

  const viewer = data?.viewer;
  const isOut = data !== undefined && !viewer;
  const wanted = pathname + search;
  useEffect(() => {
    if (isOut) keepBehind(wanted, hash);
    else if (viewer) forgetBehind();
  }, [isOut, viewer, wanted, hash]);
  const isSpoken = useAccountLanguage(viewer?.language);
  if (viewer && !isSpoken) return <Loading />;
  if (viewer?.mustChangePassword) return passwordFirst;
  if (viewer?.mustSetUpSecondFactor) return factorFirst;
  if (viewer)
    return (
      <ViewerContext value={viewer}>
        <LiveCentre key={viewer.membershipId} onRightsLost={lookAgain}>
          {children}
        </LiveCentre>
      </ViewerContext>
    );
  if (data)
    return (
      <Navigate
        to={signInPath(wanted)}
        state={previousData?.viewer ? sessionEnded : null}
        replace
      />
    );
  if (error)
    return (
      <main>
        <CouldNotRead error={error} onRetry={() => void refetch()} />
      </main>
    );
  return <Loading />;
}
