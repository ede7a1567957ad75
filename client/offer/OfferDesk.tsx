// One desk of changes for all pages, so that what waits to be sent survives a walk through the menu.
import { useApolloClient } from "@apollo/client/react";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";

import { later } from "../app/live/later.js";
import { useLive } from "../app/live/use-live.js";
import { createDesk, type Desk, type Row } from "./desk.js";
import { sendStep } from "./send-step.js";

const DeskContext = createContext<Desk | null>(null);

export function OfferDesk({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const { sign, tryNow } = useLive();
  const isLive = sign.state === "live";
  const online = useRef(isLive);
  const [desk] = useState(() =>
    createDesk({
      send: async (...step) => {
        const sent = await sendStep(client, ...step);
        // an answer that is lost may mean that the line is
        if (sent.kind === "lost") tryNow();
        return sent;
      },
      isOnline: () => online.current && navigator.onLine,
      newKey: () => crypto.randomUUID(),
      later,
      // short enough for others to see the change within a second
      gatherFor: 350,
    }),
  );
  const isOffline = sign.state === "offline" || sign.state === "reconnecting";
  useEffect(() => {
    online.current = !isOffline;
    if (isLive) desk.sendQueued();
  }, [desk, isLive, isOffline]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("an offer was drawn without its desk");
  return desk;
}

export function useRow(serviceId: string): Row {
  const desk = useDesk();
  return useSyncExternalStore(desk.listen, () => desk.rowOf(serviceId));
}
