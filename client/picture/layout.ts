// Where each partner stands in the picture: types side by side around the hub, nearer where the agreement is firmer.
import { type Ground, groundOf, type Member, signOf } from "./network-view.js";

export interface Place {
  member: Member;
  x: number;
  y: number;
  /** Where the name stands, so that it never lies over the lines to the hub. */
  side: "left" | "right" | "above" | "below" | "centre";
  /** Every other name above or below stands farther out, or neighbours would overlap. */
  isFar: boolean;
}

export const ringOf: Record<Ground, number> = {
  inForce: 1,
  underway: 1.18,
  ended: 1.32,
  none: 1.32,
};

/** Room for one partner on the inner ring. */
const roomPerPartner = 36;
const leastRadius = 170;
/** The first type begins at the left, above the middle. */
const start = -Math.PI * 0.95;

const typeOrder = ["A", "B", "C"];

export function radiusFor(count: number): number {
  return Math.max(leastRadius, (count * roomPerPartner) / (2 * Math.PI));
}

/** In the order of the ring; the hub stands first. */
export function layOut(members: readonly Member[]): Place[] {
  const hub = members.filter(({ isHub }) => isHub);
  const ring = members
    .filter(({ isHub }) => !isHub)
    .sort((one, other) => rank(one) - rank(other) || bySign(one, other));
  const groups = new Set(ring.map(rank)).size;
  // an empty place between the types tells them apart
  const slots = Math.max(1, ring.length + groups);
  const radius = radiusFor(slots);
  let gaps = 0;
  const around = ring.map((member, index): Place => {
    const previous = ring[index - 1];
    if (previous && rank(previous) !== rank(member)) gaps += 1;
    const angle = start + ((index + gaps) * 2 * Math.PI) / slots;
    const distance = radius * ringOf[groundOf(member)];
    return {
      member,
      x: Math.round(distance * Math.cos(angle)),
      y: Math.round(distance * Math.sin(angle)),
      side: sideOf(angle),
      isFar: index % 2 === 1,
    };
  });
  return [
    ...hub.map((member): Place => ({
      member,
      x: 0,
      y: 0,
      side: "centre",
      isFar: false,
    })),
    ...around,
  ];
}

function rank({ stakeholderType }: Member): number {
  const place = typeOrder.indexOf(stakeholderType ?? "");
  return place < 0 ? typeOrder.length : place;
}

function bySign(one: Member, other: Member): number {
  return signOf(one).localeCompare(signOf(other), "pl");
}

function sideOf(angle: number): Place["side"] {
  const across = Math.cos(angle);
  if (across > 0.35) return "right";
  if (across < -0.35) return "left";
  return Math.sin(angle) < 0 ? "above" : "below";
}

/** The partner that a key leads to from the one in focus; null where the key means nothing here. */
export function stepTo(
  places: readonly Place[],
  current: string,
  key: string,
): string | null {
  const hub = places.find(({ side }) => side === "centre");
  const ring = places.filter(({ side }) => side !== "centre");
  if (key === "Home") return hub?.member.partner.id ?? null;
  const step =
    key === "ArrowRight" || key === "ArrowDown"
      ? 1
      : key === "ArrowLeft" || key === "ArrowUp"
        ? -1
        : 0;
  if (step === 0 || ring.length === 0) return null;
  const at = ring.findIndex(({ member }) => member.partner.id === current);
  const next = at < 0 ? 0 : (at + step + ring.length) % ring.length;
  return ring[next]?.member.partner.id ?? null;
}
