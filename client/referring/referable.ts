// A service as a coordinator sees it when choosing: what it is, its places, its usual clocks.
import { graphql } from "../graphql/generated/gql.js";

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
    partner {
      id
      leavesOn
      takesApplications
    }
    programme {
      id
      name
      highestLevel
    }
    responseTimes {
      priority
      amount
      unit
    }
  }
`);
