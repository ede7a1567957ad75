// What the report of an organisation's benefits asks.
import { graphql } from "../graphql/generated/gql.js";
import type { ContributionQuery as Asked } from "../graphql/generated/graphql.js";

export const ContributionQuery = graphql(`
  query Contribution(
    $partnerId: ID!
    $kind: PeriodKind!
    $on: Date!
    $hideFew: Boolean!
  ) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        name
        contribution(kind: $kind, on: $on, hideFew: $hideFew) {
          from
          to
          asOf
          isMasked
          total {
            ...ContributionLineOnPage @unmask
          }
          services {
            ...ContributionLineOnPage @unmask
          }
          answers {
            value
            reason
          }
          medianAnswerMinutes
          answeredInTime
          confirmedInTime
          actions {
            title
            networkName
            part
          }
          meetings
          meetingsAttended
        }
      }
    }
  }
`);

graphql(`
  fragment ContributionLineOnPage on ContributionLine {
    serviceName
    unit
    received {
      value
      reason
    }
    accepted {
      value
      reason
    }
    served {
      value
      reason
    }
    servedUnits {
      value
      reason
    }
    filledUnits {
      value
      reason
    }
  }
`);

type Found = Extract<Asked["node"], { __typename: "Partner" }>;
export type ShownContribution = NonNullable<Found["contribution"]>;
export type ShownLine = ShownContribution["total"];
export type ShownCount = ShownLine["received"];
