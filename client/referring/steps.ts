// The steps that a coordinator may take after sending: confirm an offered place, withdraw, break off.
import { graphql } from "../graphql/generated/gql.js";
import { useReferralVerb } from "./useReferralVerb.js";

const ConfirmPlace = graphql(`
  mutation ConfirmPlace($input: ConfirmPlaceInput!) {
    confirmPlace(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on InvalidInput {
        message
      }
    }
  }
`);

const WithdrawReferral = graphql(`
  mutation WithdrawReferral($input: WithdrawReferralInput!) {
    withdrawReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

const BreakOff = graphql(`
  mutation BreakOffReferral($input: DiscontinueReferralInput!) {
    discontinueReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on InvalidInput {
        message
      }
    }
  }
`);

const PlanContinuation = graphql(`
  mutation PlanContinuation($input: PlanContinuationInput!) {
    planContinuation(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ... on InvalidInput {
        message
      }
    }
  }
`);

export const usePlanContinuation = () =>
  useReferralVerb(PlanContinuation, (data) => data.planContinuation);

export const useConfirmPlace = () =>
  useReferralVerb(ConfirmPlace, (data) => data.confirmPlace);

export const useWithdrawReferral = () =>
  useReferralVerb(WithdrawReferral, (data) => data.withdrawReferral);

export const useDiscontinueReferral = () =>
  useReferralVerb(BreakOff, (data) => data.discontinueReferral);
