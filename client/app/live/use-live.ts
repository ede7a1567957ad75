// What pages know of the log: how live they are, what changed a moment ago, and each change as it comes.
import { createContext, useContext, useEffect, useRef } from "react";

import type {
  CentreTopic,
  LiveReferralFragment,
  LiveServiceFragment,
  ReferralStatus,
} from "../../graphql/generated/graphql.js";
import type { LiveSign } from "./live-sign.js";

export interface ReferralEvent {
  at: Date;
  /** The status as this event left it; the referral is as it is now. */
  status: ReferralStatus;
  referral: LiveReferralFragment;
}

export interface CapacityEvent {
  at: Date;
  service: LiveServiceFragment;
}

export interface Live {
  sign: LiveSign;
  /** While numbers are being caught up with: what spends a place waits, at most 5 s. */
  isChecking: boolean;
  isOffline: boolean;
  /** Whether the log runs, so that what is read now misses nothing. */
  mayRead: boolean;
  /** The break was so long that everything was read anew. */
  wasReloaded: boolean;
  dismissReloaded(): void;
  /** Services whose numbers changed since the page was loaded, with the time of it. */
  recent: ReadonlyMap<string, Date>;
  /** Answers how to stop listening. */
  listenReferral(listener: (event: ReferralEvent) => void): () => void;
  listenCapacity(listener: (event: CapacityEvent) => void): () => void;
  listenCentre(listener: (topic: CentreTopic) => void): () => void;
  tryNow(): void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("a page was drawn outside the live centre");
  return live;
}

/** Calls back for each change of a referral that the viewer may see, replayed ones too. */
export function useOnReferral(listener: (event: ReferralEvent) => void): void {
  const { listenReferral } = useLive();
  const latest = useLatest(listener);
  useEffect(
    () => listenReferral((event) => latest.current(event)),
    [listenReferral, latest],
  );
}

/** Calls back for each change of a number that the viewer may see, replayed ones too. */
export function useOnCapacity(listener: (event: CapacityEvent) => void): void {
  const { listenCapacity } = useLive();
  const latest = useLatest(listener);
  useEffect(
    () => listenCapacity((event) => latest.current(event)),
    [listenCapacity, latest],
  );
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
