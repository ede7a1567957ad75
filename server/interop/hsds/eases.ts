// What makes it easier to come to a service, as codes of one vocabulary: what makes it accessible, care meanwhile, the way there.
import type { PublishedOffer } from "./published.reads.js";

/** Empty: nothing is said of it. */
export function easesOf(one: PublishedOffer): string[] {
  return [
    ...one.accessibility,
    ...(one.careDuringActivity ? ["CARE"] : []),
    ...(one.transportProvided ? ["TRANSPORT"] : []),
  ];
}
