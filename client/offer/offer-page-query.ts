// What the page of one's own offer reads.
import { graphql } from "../graphql/generated/gql.js";

export const OfferPageQuery = graphql(`
  query OfferPage($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        status
        viewerCanPublishService
        services {
          ...LiveService @unmask
        }
        withdrawnServices {
          ...LiveService @unmask
        }
      }
    }
  }
`);
