// What the screens of the access log ask for: its lines, whether its chain holds, and the table that is taken along.
import { graphql } from "../graphql/generated/gql.js";

export const AccessLogQuery = graphql(`
  query AccessLog(
    $centreId: ID!
    $filter: AccessLogFilter
    $first: Int!
    $after: String
  ) {
    centre(id: $centreId) {
      id
      accessLog(filter: $filter, first: $first, after: $after) {
        nodes {
          id
          position
          at
          accountId
          by
          partner {
            id
            shortName
          }
          action
          noun
          number
          pseudonym
          about
          fields
          change
          purpose
          outcome
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const AccessChainQuery = graphql(`
  query AccessChain($centreId: ID!) {
    centre(id: $centreId) {
      id
      accessLogChain {
        position
        intactTo
        anchor
        brokenAt
        fault
        checkedAt
      }
    }
  }
`);

export const ExportAccessLog = graphql(`
  mutation ExportAccessLog($input: ExportAccessLogInput!) {
    exportAccessLog(input: $input) {
      __typename
      ... on AccessLogExport {
        csv
        endCursor
      }
    }
  }
`);
