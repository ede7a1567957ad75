// What is asked at the door: what a code is good for, and to use it.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment AtTheDoor on Referral {
    id
    number
    status
    redeemedAt
    units
    service {
      id
      name
      capacity {
        unit
      }
    }
  }
`);

export const CheckToken = graphql(`
  mutation CheckToken($input: CheckTokenInput!) {
    answer: checkToken(input: $input) {
      __typename
      ...AtTheDoor @unmask
      ...Told @unmask
      ... on TokenRefused {
        reason
        referral {
          ...AtTheDoor @unmask
        }
      }
    }
  }
`);

export const RedeemToken = graphql(`
  mutation RedeemToken($input: RedeemTokenInput!) {
    answer: redeemToken(input: $input) {
      __typename
      ...AtTheDoor @unmask
      ...Told @unmask
      ... on TokenRefused {
        reason
        referral {
          ...AtTheDoor @unmask
        }
      }
    }
  }
`);
