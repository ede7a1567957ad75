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

/** More is asked than is free beyond what the queue is owed. */
export function wouldWait(
  service: Pick<ReferableServiceFragment, "offerable">,
  units: number,
): boolean {
  return service.offerable < units;
}
