// The partner's verbs on a referral, and the reading of one by its number.
import { graphql } from "../graphql/generated/gql.js";

export const ReferralByNumber = graphql(`
  query ReferralByNumber($centreId: ID!, $number: String!) {
    centre(id: $centreId) {
      id
      referrals(filter: { number: $number }, first: 1) {
        nodes {
          ...LiveReferral @unmask
        }
      }
    }
  }
`);

export const OpenReferral = graphql(`
  mutation OpenReferral($input: OpenReferralInput!) {
    answer: openReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const AcceptReferral = graphql(`
  mutation AcceptReferral($input: AcceptReferralInput!) {
    answer: acceptReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

export const DeclineReferral = graphql(`
  mutation DeclineReferral($input: DeclineReferralInput!) {
    answer: declineReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const WaitlistReferral = graphql(`
  mutation WaitlistReferral($input: WaitlistReferralInput!) {
    answer: waitlistReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const OfferPlace = graphql(`
  mutation OfferPlace($input: OfferPlaceInput!) {
    answer: offerPlace(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const StartReferral = graphql(`
  mutation StartReferral($input: StartReferralInput!) {
    answer: startReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const CompleteReferral = graphql(`
  mutation CompleteReferral($input: CompleteReferralInput!) {
    answer: completeReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const DiscontinueReferral = graphql(`
  mutation DiscontinueReferral($input: DiscontinueReferralInput!) {
    answer: discontinueReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on Problem {
        message
      }
    }
  }
`);

export const ShowPerson = graphql(`
  mutation ShowPerson($input: ShowPersonInput!) {
    outcome: showPerson(input: $input) {
      __typename
      ... on ToldPerson {
        at
        until
        told {
          field
          value
          contactKind
          reason
        }
      }
      ...Told @unmask
    }
  }
`);

export const ConfirmKeeping = graphql(`
  mutation ConfirmKeeping($input: ConfirmKeepingInput!) {
    outcome: confirmKeeping(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...Told @unmask
    }
  }
`);
