// What the search asks the graph: services in their order, and how many each further condition would leave.
import { graphql } from "../graphql/generated/gql.js";

export const SearchQuery = graphql(`
  query Search($centreId: ID!, $filter: ServiceFilter!, $after: String) {
    centre(id: $centreId) {
      id
      services(filter: $filter, first: 20, after: $after) {
        nodes {
          ...ReferableService @unmask
          matchReasons {
            kind
            text
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const FacetsQuery = graphql(`
  query SearchFacets(
    $centreId: ID!
    $filter: ServiceFilter!
    $anyPlaces: ServiceFilter!
    $freeOnly: Boolean!
  ) {
    centre(id: $centreId) {
      id
      anyPlaces: serviceFacets(filter: $anyPlaces) @include(if: $freeOnly) {
        total
      }
      places {
        id
        name
      }
      serviceFacets(filter: $filter) {
        total
        referableNow
        spheres {
          sphere
          count
        }
        areas {
          area
          count
        }
        forms {
          form
          count
        }
        targetGroups {
          targetGroup
          count
        }
        timesOfDay {
          timeOfDay
          count
        }
        accessibility {
          accessibility
          count
        }
        careDuringActivity
        transportProvided
        freeOfCharge
        entryModes {
          entryMode
          count
        }
        groups {
          group
          count
        }
        stakeholderTypes {
          stakeholderType
          count
        }
      }
    }
  }
`);

export const LoosenedQuery = graphql(`
  query LoosenedSearch($centreId: ID!, $filter: ServiceFilter!) {
    centre(id: $centreId) {
      id
      serviceFacets(filter: $filter) {
        total
      }
    }
  }
`);
