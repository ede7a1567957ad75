// When pages may read, and when all that was read must be read anew: the log must run before the reading.
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";

import { readAnew } from "../../graphql/newest.js";
import type { LiveSign } from "./live-sign.js";

/** Pages wait this long for the log; what they read without it is read again once it runs. */
const patience = 1_500;

export function useReading({ state }: LiveSign) {
  const client = useApolloClient();
  const [isLate, setLate] = useState(false);
  const [wasReloaded, setReloaded] = useState(false);
  const due = useRef<"quietly" | "told" | null>(null);
  const hasStarted = state !== "starting";

  useEffect(() => {
    if (hasStarted) return;
    const timer = setTimeout(() => {
      due.current ??= "quietly";
      setLate(true);
    }, patience);
    return () => clearTimeout(timer);
  }, [hasStarted]);

  useEffect(() => {
    if (state !== "live" || !due.current) return;
    const isTold = due.current === "told";
    due.current = null;
    void readAnew(client).then(() => setReloaded(isTold));
  }, [state, client]);

  const missedSomething = useCallback(() => {
    due.current = "told";
  }, []);
  const dismiss = useCallback(() => setReloaded(false), []);
  return {
    mayRead: hasStarted || isLate,
    wasReloaded,
    missedSomething,
    dismiss,
  };
}
