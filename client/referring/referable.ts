// A service as a coordinator sees it when choosing: what it is, its places, its usual clocks.
import { graphql } from "../graphql/generated/gql.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";

export const ReferableServiceParts = graphql(`
  fragment ReferableService on Service {
    ...LiveService @unmask
    description
    area
    group
    form
    entryMode
    place
    stakeholderType
    feeGrosze
    responseTimes {
      priority
      amount
      unit
    }
  }
`);

type Places = Pick<
  ReferableServiceFragment,
  "offerable" | "availability" | "capacity"
>;

/** Nobody has vouched for the number yet, so that no place of it can be held. */
export function isNeverConfirmed({
  capacity,
}: Pick<Places, "capacity">): boolean {
  return capacity?.confirmedAt === null;
}

/** More is asked than is free beyond what the queue is owed; where the number is not the viewer's, the band says it. */
export function wouldWait(service: Places, units: number): boolean {
  if (isNeverConfirmed(service)) return true;
  const { offerable, availability } = service;
  return offerable === null
    ? availability === "WAITLIST" || availability === "FULL"
    : offerable < units;
}
