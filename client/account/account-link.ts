// What the pages of invitations and forgotten passwords ask of the graph.
import { graphql } from "../graphql/generated/gql.js";

export const AccountLinkQuery = graphql(`
  query AccountLink($token: String!) {
    accountLink(token: $token) {
      kind
      state
      centreName
      partnerName
      roles
      email
      hasPassword
    }
  }
`);

export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          ...SignedInViewer @unmask
        }
      }
      ... on SecondFactorNeeded {
        ticket
      }
      ...Told @unmask
    }
  }
`);

export const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
