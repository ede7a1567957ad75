// The lines of the picture: one for each pair, its style by the agreement, its width by referrals.
import type { Edge } from "@xyflow/react";

import {
  type Bond,
  bondsOf,
  type Ground,
  groundOf,
  type Member,
  type Tie,
} from "./network-view.js";

export interface TieFacts extends Record<string, unknown> {
  ground: Ground;
  width: number;
  isSelected: boolean;
  /** Between two partners: a bow, so that it does not run through the hub. */
  isBow: boolean;
}

export type TieEdge = Edge<TieFacts, "tie">;

const thinnest = 1.5;
const thickest = 7;

/** A count that is not told is drawn as thin as the least. */
export function widthOf(referrals: number | null): number {
  if (referrals === null || referrals < 5) return thinnest;
  return Math.min(thickest, thinnest + Math.sqrt(referrals) * 0.7);
}

export function edgesOf(
  members: readonly Member[],
  ties: readonly Tie[],
  selectedId: string | null,
): TieEdge[] {
  const byId = new Map(members.map((member) => [member.partner.id, member]));
  const hubId = members.find(({ isHub }) => isHub)?.partner.id;
  const bonds = bondsOf(ties);
  const tiedToHub = new Set(
    bonds.flatMap(({ ends }) => (ends.some((id) => id === hubId) ? ends : [])),
  );
  // the graph tells ties in force; one that is coming or over is told by the partner itself
  const otherwise = members.flatMap((member): Bond[] => {
    const { id } = member.partner;
    if (!hubId || tiedToHub.has(id) || groundOf(member) === "none") return [];
    return [{ ends: [hubId, id], hasAgreement: false, referrals: 0 }];
  });
  return [...bonds, ...otherwise].flatMap(
    ({ ends, hasAgreement, referrals }) => {
      const [one, other] = ends.map((id) => byId.get(id));
      if (!one || !other) return [];
      const partner = one.isHub ? other : one;
      const withHub = one.isHub || other.isHub;
      const ground = withHub
        ? groundOf(partner)
        : hasAgreement
          ? "inForce"
          : "none";
      return {
        id: ends.join(" "),
        type: "tie" as const,
        source: ends[0],
        target: ends[1],
        // the same is in the table and in the words of each partner
        domAttributes: { "aria-hidden": true },
        data: {
          ground,
          width: widthOf(referrals),
          isSelected: selectedId !== null && ends.includes(selectedId),
          isBow: !withHub,
        },
      };
    },
  );
}
