// The live sign, looked at anew each second, and the short time in which numbers are checked.
import { useEffect, useState } from "react";

import type { StreamState } from "./follow-log.js";
import { isSame, type LiveSign, liveSign } from "./live-sign.js";

/** What spends a place waits for the numbers no longer than this; then the server checks alone. */
const longestCheck = 5_000;

export function useSign(
  streams: readonly StreamState[],
  again: () => void,
): { sign: LiveSign; isChecking: boolean } {
  const [startedAt] = useState(() => Date.now());
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);

  const next = liveSign(streams, startedAt, now);
  const [sign, setSign] = useState<LiveSign>(next);
  if (!isSame(sign, next)) setSign(next);

  // silence without an end is a line that is half dead: it is cut and opened anew
  const isOpen = streams.every(({ phase }) => phase !== "connecting");
  const isSilent = isOpen && sign.state === "reconnecting";
  useEffect(() => {
    if (isSilent) again();
  }, [isSilent, again]);
  useEffect(() => {
    // without a network the line is as good as cut, long before it is silent
    window.addEventListener("offline", again);
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("offline", again);
      window.removeEventListener("online", again);
    };
  }, [again]);

  const isCatchingUp = sign.state === "catchingUp";
  const [isChecking, setChecking] = useState(false);
  useEffect(() => {
    setChecking(isCatchingUp);
    if (!isCatchingUp) return;
    const timer = setTimeout(() => setChecking(false), longestCheck);
    return () => clearTimeout(timer);
  }, [isCatchingUp]);
  return { sign, isChecking };
}
