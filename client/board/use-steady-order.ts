// The order of the board's rows: it stays under the finger, whatever happens, until somebody asks for a new one.
import { useState } from "react";

import { useLive } from "../app/live/use-live.js";
import type { ServiceRow_ServiceFragment as Service } from "../graphql/generated/graphql.js";
import { arranged, countMoves, type Wanted } from "./service-view.js";

interface Kept {
  key: string;
  ids: readonly string[];
  /** What had changed by then, and when. */
  recent: ReadonlyMap<string, Date>;
}

export function useSteadyOrder(services: readonly Service[], wanted: Wanted) {
  const { recent } = useLive();
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState<Kept | null>(null);
  // a page that is still coming takes its place at once
  const key = `${JSON.stringify(wanted)} ${services.length} ${round}`;

  const fresh = arranged(services, wanted).map(({ id }) => id);
  const current = kept?.key === key ? kept : { key, ids: fresh, recent };
  if (kept !== current) setKept(current);

  const changed = new Set(
    [...recent]
      .filter(([id, at]) => current.recent.get(id) !== at)
      .map(([id]) => id),
  );
  const byId = new Map(services.map((service) => [service.id, service]));
  const known = current.ids.flatMap((id) => byId.get(id) ?? []);
  const arrived = [...changed].filter((id) => !byId.has(id)).length;
  return {
    key,
    rows: known,
    /** How many rows would come, go or move. */
    moves: countMoves(current.ids, fresh, changed) + arrived,
    hasArrivals: arrived > 0,
    arrange: () => setRound(round + 1),
  };
}
