// Whether an organisation comes to whom it serves, as far as its service tells.
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

const atHome =
  /\b(w domu(?! kultury)|u osoby|u podopiecznego|miejsc\S+ zamieszkania)/i;

/** A first guess, which whoever gives the date sees and may change. */
export function comesHome({
  name,
  place,
  capacity,
}: Pick<LiveServiceFragment, "name" | "place"> & {
  capacity?: { unit: string } | null;
}): boolean {
  return (
    capacity?.unit === "TRIPS_MONTH" ||
    atHome.test(name) ||
    atHome.test(place ?? "")
  );
}
