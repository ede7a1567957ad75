// How many agreements and settlements wait for the viewer's own word, beside their place in the menu.
import { skipToken, useQuery } from "@apollo/client/react";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import type { Role } from "../graphql/generated/graphql.js";
import { AwaitsQuery } from "./awaits.documents.js";
import { awaitsOf, waitingOf } from "./waiting.js";

/** Who speaks for a party. */
export const speakerRoles = [
  "PARTNER_ADMIN",
  "DIRECTOR",
] as const satisfies readonly Role[];

/** 0 for who may only look. */
export function useAwaitingAgreements(): number {
  const viewer = useViewer();
  const { data } = useQuery(
    AwaitsQuery,
    holdsAny(viewer, speakerRoles)
      ? { variables: awaitsOf(viewer) }
      : skipToken,
  );
  const waiting = data?.centre ? waitingOf(data.centre, viewer) : [];
  return waiting.filter(({ kind }) =>
    ["agree", "sign", "confirm"].includes(kind),
  ).length;
}
