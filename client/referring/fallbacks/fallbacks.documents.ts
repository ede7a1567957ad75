// Where a referral goes next, as its coordinator's pages ask it.
import { graphql } from "../../graphql/generated/gql.js";

graphql(`
  fragment ListedFallbacks on Referral {
    id
    number
    status
    version
    escalatesAt
    viewerCanPlanFallbacks
    fallbackPlan {
      version
      stoppedBy
      current {
        id
        number
      }
      fallbacks {
        place
        state
        skippedBecause
        service {
          id
          name
          partner {
            id
            shortName
          }
        }
        referral {
          id
          number
          status
        }
      }
    }
  }
`);

export const Fallbacks = graphql(`
  query ReferralFallbacks($referralId: ID!) {
    node(id: $referralId) {
      __typename
      id
      ... on Referral {
        ...ListedFallbacks @unmask
        alternatives {
          ...ReferableService @unmask
        }
      }
    }
  }
`);

export const PlanFallbacks = graphql(`
  mutation PlanFallbacks($input: PlanFallbacksInput!) {
    planFallbacks(input: $input) {
      __typename
      ... on Referral {
        ...ListedFallbacks @unmask
      }
      ... on ReferralMoved {
        referral {
          ...LiveReferral @unmask
          ...ListedFallbacks @unmask
        }
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

export const SendFallbackNow = graphql(`
  mutation SendFallbackNow($input: SendFallbackNowInput!) {
    sendFallbackNow(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ... on ReferralMoved {
        referral {
          ...LiveReferral @unmask
          ...ListedFallbacks @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);
