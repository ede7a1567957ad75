// Where a service stands in the order of results by its places alone, so that a live change that would move it is known.
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

type Places = Pick<
  LiveServiceFragment,
  "referralObstacle" | "availability" | "offerable" | "capacity"
>;

/** Somebody could come at once: not suspended, vouched for, and not owed to the queue. */
export function takesNow(service: Places): boolean {
  const { availability, capacity, offerable } = service;
  // without exact numbers the band is all there is
  if (capacity === null || offerable === null)
    return availability === "AVAILABLE" || availability === "LIMITED";
  return (
    availability !== "SUSPENDED" &&
    capacity.confirmedAt !== null &&
    offerable > 0
  );
}

/** Services of one standing keep their order among themselves, whatever changes in their numbers. */
export function standing(service: Places): string {
  const mayRefer = service.referralObstacle === null;
  const isFresh = service.availability !== "STALE";
  return [mayRefer, takesNow(service), isFresh].map(Number).join("");
}
