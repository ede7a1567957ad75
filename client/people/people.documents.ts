// What the page of an organisation's people asks and does.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment AssigneeOnPage on Assignee {
    id
    name
    email
    roles
    state
    since
    lastUsedOn
    viewerCanChange
  }
`);

graphql(`
  fragment InvitationOnPage on Invitation {
    id
    name
    email
    roles
    invitedAt
    expiresAt
    mailedAt
    stillGiven
  }
`);

export const PeopleQuery = graphql(`
  query People($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        name
        isHub
        rolesViewerCanGive
        assignees {
          ...AssigneeOnPage @unmask
        }
        invitations {
          ...InvitationOnPage @unmask
        }
        contactPersons {
          id
          name
          workEmail
          primary
        }
        agreements {
          id
          number
          kind
          status
          validFrom
          validTo
          allowsReferrals
        }
      }
    }
  }
`);

export const OrganisationsQuery = graphql(`
  query Organisations($centreId: ID!) {
    centre(id: $centreId) {
      id
      partners(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

export const InvitePerson = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const SendInvitationAgain = graphql(`
  mutation SendInvitationAgain($input: SendInvitationAgainInput!) {
    sendInvitationAgain(input: $input) {
      __typename
      ... on Invitation {
        ...InvitationOnPage @unmask
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const ChangeDuties = graphql(`
  mutation ChangeDuties($input: ChangeDutiesInput!) {
    changeDuties(input: $input) {
      __typename
      ... on Assignee {
        id
        roles
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const EndDuties = graphql(`
  mutation EndDuties($input: EndDutiesInput!) {
    endDuties(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const LockAssignee = graphql(`
  mutation LockAssignee($input: LockAssigneeInput!) {
    lockAssignee(input: $input) {
      __typename
      ... on Assignee {
        id
        state
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const UnlockAssignee = graphql(`
  mutation UnlockAssignee($input: UnlockAssigneeInput!) {
    unlockAssignee(input: $input) {
      __typename
      ... on Assignee {
        id
        state
      }
      ... on Problem {
        message
      }
    }
  }
`);
