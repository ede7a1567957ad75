// What the pages of a network ask and do: who is in it, and who does what.
import { graphql } from "../graphql/generated/gql.js";

export const NetworkNamesQuery = graphql(`
  query NetworkNames($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
        name
        status
      }
    }
  }
`);

graphql(`
  fragment MembershipOnPage on NetworkMembership {
    id
    role
    stakeholderType
    roleDescription
    joinedOn
    declaredOn
    leftOn
    version
    viewerCanAccept
    viewerCanDecline
    onBehalfReason
    leavingOn
    leaveReason
    viewerCanLeave
    handOver {
      referrals
      unplanned
      owedBy
    }
    partner {
      id
      name
      shortName
    }
  }
`);

graphql(`
  fragment JointActionOnPage on JointAction {
    id
    title
    version
    parts {
      part
      partner {
        id
        shortName
      }
    }
  }
`);

graphql(`
  fragment NetworkMembers on Network {
    id
    kind
    name
    purpose
    goals
    cadenceDays
    startedOn
    status
    stateSince
    stateReason
    version
    viewerCanLead
    viewerCanSetState
    procedures {
      version
      text
      writtenAt
    }
    hub {
      id
      name
    }
    memberships {
      ...MembershipOnPage @unmask
    }
    formerMemberships {
      id
      leftOn
      leaveReason
      partner {
        id
        name
      }
    }
    jointActions {
      ...JointActionOnPage @unmask
    }
  }
`);

export const NetworkMembersQuery = graphql(`
  query NetworkMembers($id: ID!) {
    node(id: $id) {
      __typename
      ... on Network {
        ...NetworkMembers @unmask
      }
    }
  }
`);

export const WhoDoesWhatQuery = graphql(`
  query WhoDoesWhat($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        shortName
        memberships {
          id
          role
          roleDescription
          leavingOn
          network {
            id
            name
          }
        }
        jointActions {
          id
          title
          network {
            id
            name
          }
          parts {
            part
            partner {
              id
              shortName
            }
          }
        }
      }
    }
  }
`);

export const StandingQuery = graphql(`
  query Standing($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        shortName
        status
        leavesOn
        memberships {
          id
          role
          leavingOn
          version
          viewerCanAccept
          viewerCanDecline
          partner {
            id
            name
            shortName
          }
          network {
            id
            name
          }
        }
      }
    }
  }
`);

export const InvitableQuery = graphql(`
  query Invitable($centreId: ID!) {
    centre(id: $centreId) {
      id
      partners(first: 100) {
        nodes {
          id
          name
          stakeholderType
        }
      }
    }
  }
`);

export const FormNetwork = graphql(`
  mutation FormNetwork($input: FormNetworkInput!) {
    formNetwork(input: $input) {
      __typename
      ... on Network {
        id
        name
      }
      ...Told @unmask
    }
  }
`);

export const ChangeNetwork = graphql(`
  mutation ChangeNetwork($input: ChangeNetworkInput!) {
    changeNetwork(input: $input) {
      __typename
      ... on Network {
        id
        name
        version
      }
      ... on NetworkMoved {
        network {
          id
          version
        }
      }
      ...Told @unmask
    }
  }
`);

export const SetNetworkState = graphql(`
  mutation SetNetworkState($input: SetNetworkStateInput!) {
    setNetworkState(input: $input) {
      __typename
      ... on Network {
        id
        status
        stateSince
        stateReason
        version
        viewerCanLead
        viewerCanSetState
      }
      ... on NetworkMoved {
        network {
          id
          status
          version
        }
      }
      ...Told @unmask
    }
  }
`);

export const ChangeHub = graphql(`
  mutation ChangeHub($input: ChangeHubInput!) {
    changeHub(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const InviteToNetwork = graphql(`
  mutation InviteToNetwork($input: InviteToNetworkInput!) {
    inviteToNetwork(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const AcceptMembership = graphql(`
  mutation AcceptMembership($input: AcceptMembershipInput!) {
    acceptMembership(input: $input) {
      __typename
      ... on NetworkMembership {
        ...MembershipOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const DeclineMembership = graphql(`
  mutation DeclineMembership($input: DeclineMembershipInput!) {
    declineMembership(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangeMembership = graphql(`
  mutation ChangeMembership($input: ChangeMembershipInput!) {
    changeMembership(input: $input) {
      __typename
      ... on NetworkMembership {
        ...MembershipOnPage @unmask
      }
      ... on MembershipMoved {
        membership {
          ...MembershipOnPage @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const PlanJointAction = graphql(`
  mutation PlanJointAction($input: PlanJointActionInput!) {
    planJointAction(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangeJointAction = graphql(`
  mutation ChangeJointAction($input: ChangeJointActionInput!) {
    changeJointAction(input: $input) {
      __typename
      ... on JointAction {
        ...JointActionOnPage @unmask
      }
      ... on JointActionMoved {
        jointAction {
          ...JointActionOnPage @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const EndJointAction = graphql(`
  mutation EndJointAction($input: EndJointActionInput!) {
    endJointAction(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);
