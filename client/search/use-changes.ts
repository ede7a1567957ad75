// What changed live in a list of results since it was put in order, while each row keeps its place.
import { useRef, useState } from "react";

import { useOnCapacity } from "../app/live/use-live.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { standing } from "./standing.js";

export interface Changes {
  /** When a row changed on the screen, by the service's id. */
  changedAt: ReadonlyMap<string, Date>;
  /** How many rows would stand elsewhere now, and how many services are new. */
  moved: number;
  /** Who could be referred to when the list was put in order. */
  couldRefer(service: ReferableServiceFragment): boolean;
}

/** The number of a service that was just published. */
const openingVersion = 1;

/** Begins anew where the component that holds the list is mounted anew. */
export function useChanges(
  services: readonly ReferableServiceFragment[],
): Changes {
  const [changedAt, setChangedAt] = useState<ReadonlyMap<string, Date>>(
    new Map(),
  );
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const first = useRef(new Map<string, string>());
  for (const service of services)
    if (!first.current.has(service.id))
      first.current.set(service.id, standing(service));

  useOnCapacity(({ at, service }) => {
    if (!first.current.has(service.id)) {
      // whether it fits is known only to who reads anew
      if (service.capacity?.version === openingVersion)
        setOpened((known) => new Set(known).add(service.id));
      return;
    }
    setChangedAt((known) => new Map(known).set(service.id, at));
  });

  const then = (service: ReferableServiceFragment) =>
    first.current.get(service.id) ?? standing(service);
  return {
    changedAt,
    moved:
      opened.size +
      services.filter((service) => then(service) !== standing(service)).length,
    couldRefer: (service) => then(service).startsWith("1"),
  };
}
