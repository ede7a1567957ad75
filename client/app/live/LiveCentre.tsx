// The one subscriber of the client: it follows the signed-in viewer's centre and tells the pages.
import { useApolloClient } from "@apollo/client/react";
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

import type { CentreTopic } from "../../graphql/generated/graphql.js";
import { useViewer } from "../session/viewer.js";
import { followCentre } from "./follow-centre.js";
import type { StreamState } from "./follow-log.js";
import { createListeners } from "./listeners.js";
import {
  type CapacityEvent,
  type Live,
  LiveContext,
  type ReferralEvent,
} from "./use-live.js";
import { useReading } from "./use-reading.js";
import { useSign } from "./use-sign.js";

const waiting: StreamState = {
  phase: "connecting",
  heardAt: null,
  replayed: 0,
};

interface Props {
  onRightsLost(): void;
  children: ReactNode;
}

export function LiveCentre({ onRightsLost, children }: Props) {
  const client = useApolloClient();
  const { centre } = useViewer();
  const [streams, setStreams] = useState({
    capacity: waiting,
    referral: waiting,
    centre: waiting,
  });
  const [recent, setRecent] = useState<ReadonlyMap<string, Date>>(new Map());
  const [listeners] = useState(() => ({
    capacity: createListeners<CapacityEvent>(),
    referral: createListeners<ReferralEvent>(),
    centre: createListeners<CentreTopic>(),
  }));
  const following = useRef<ReturnType<typeof followCentre>>(null);
  const tryNow = useCallback(() => following.current?.again(), []);
  const all = useMemo(() => Object.values(streams), [streams]);
  const { sign, isChecking } = useSign(all, tryNow);
  const { mayRead, wasReloaded, missedSomething, dismiss } = useReading(sign);

  useEffect(() => {
    const followed = followCentre(client, centre.id, {
      capacity(event) {
        setRecent((known) => new Map(known).set(event.service.id, event.at));
        listeners.capacity.call(event);
      },
      referral: listeners.referral.call,
      centre: listeners.centre.call,
      tell: (stream, state) =>
        setStreams((known) => ({ ...known, [stream]: state })),
      lose(loss) {
        if (loss === "rights") onRightsLost();
        if (loss === "cursor") missedSomething();
      },
    });
    following.current = followed;
    return () => followed.stop();
  }, [client, centre.id, listeners, onRightsLost, missedSomething]);

  const live = useMemo<Live>(
    () => ({
      sign,
      isChecking,
      isOffline: sign.state === "offline",
      mayRead,
      wasReloaded,
      dismissReloaded: dismiss,
      recent,
      listenReferral: listeners.referral.add,
      listenCapacity: listeners.capacity.add,
      listenCentre: listeners.centre.add,
      tryNow,
    }),
    [
      sign,
      isChecking,
      mayRead,
      wasReloaded,
      dismiss,
      recent,
      listeners,
      tryNow,
    ],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
