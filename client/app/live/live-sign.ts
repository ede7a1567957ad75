// What the sign in the header says, by what was heard on the streams and when.
import type { StreamState } from "./follow-log.js";

export type LiveSign =
  /** Nothing of the log is the viewer's. */
  | { state: "none" }
  | { state: "starting" }
  | { state: "live" }
  | { state: "catchingUp"; changes: number }
  | { state: "reconnecting" }
  | { state: "offline"; since: number };

/** CaughtUp comes at least every 10 s, so longer silence means something. */
const silenceOfReconnecting = 15_000;
const silenceOfOffline = 30_000;

export function liveSign(
  all: readonly StreamState[],
  startedAt: number,
  now: number,
): LiveSign {
  const streams = all.filter(({ phase }) => phase !== "closed");
  if (streams.length === 0) return { state: "none" };
  const heardAt = Math.min(...streams.map((one) => one.heardAt ?? startedAt));
  const silence = now - heardAt;
  if (silence >= silenceOfOffline) return { state: "offline", since: heardAt };
  if (silence >= silenceOfReconnecting) return { state: "reconnecting" };
  if (streams.some((one) => one.heardAt === null)) return { state: "starting" };
  if (streams.some(({ phase }) => phase === "connecting"))
    return { state: "reconnecting" };
  if (streams.some(({ phase }) => phase === "catchingUp")) {
    const changes = streams.reduce((sum, one) => sum + one.replayed, 0);
    return { state: "catchingUp", changes };
  }
  return { state: "live" };
}

export function isSame(one: LiveSign, other: LiveSign): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
