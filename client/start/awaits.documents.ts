// What awaits somebody in the centre: agreements, sheets, standards, programmes, requests to borrow; accesses that were refused.
import { graphql } from "../graphql/generated/gql.js";

export const AwaitsQuery = graphql(`
  query Awaits(
    $centreId: ID!
    $partnerId: ID
    $movesAgreements: Boolean!
    $keepsAccounts: Boolean!
    $decidesOnProgrammes: Boolean!
    $lends: Boolean!
  ) {
    centre(id: $centreId) {
      id
      moving: agreements(
        first: 100
        filter: { group: NEEDS_MOVE, partnerId: $partnerId }
      ) @include(if: $movesAgreements) {
        nodes {
          id
          number
          title
          status
          dataRole
          viewerCan
        }
      }
      settled: agreements(first: 100, filter: { partnerId: $partnerId })
        @include(if: $keepsAccounts) {
        nodes {
          id
          number
          orders {
            id
            partner {
              id
              shortName
            }
            sheets {
              id
              viewerCanConfirmSettlement
            }
          }
        }
      }
      openShortfalls @include(if: $keepsAccounts) {
        id
        kind
        state
        owner
        serviceName
        viewerCanAnswerShortfall
        viewerCanCloseShortfall
        order {
          id
          agreement {
            id
            number
          }
        }
      }
      openActions {
        id
        actionState
        actionOwner
        viewerCanAnswerAction
        viewerCanJudgeAction
        service {
          id
          name
        }
      }
      standards {
        id
        name
        status
        viewerCanApprove
        viewerCanComment
      }
      programmes @include(if: $decidesOnProgrammes) {
        id
        name
        status
        missing
      }
      loanRequests @include(if: $lends) {
        id
        state
        viewerCanAnswer
        resource {
          id
          name
          partner {
            id
          }
        }
      }
    }
  }
`);

export const LeftBehindCountQuery = graphql(`
  query LeftBehindCount($centreId: ID!) {
    centre(id: $centreId) {
      id
      leftBehind: referrals(
        filter: {
          statuses: [
            SENT
            RECEIVED
            INFO_REQUESTED
            WAITLISTED
            OFFERED
            ACCEPTED
            IN_PROGRESS
            SUSPENDED
          ]
          senderHasLeft: true
        }
        first: 50
      ) {
        nodes {
          id
          status
          partnerLeavesOn
          agreementEndsOn
          continuation {
            until
          }
        }
      }
      suggested: referrals(filter: { hasLeftSuggestion: true }, first: 20) {
        nodes {
          id
        }
      }
    }
  }
`);

export const OwedNotesQuery = graphql(`
  query OwedNotes($centreId: ID!) {
    centre(id: $centreId) {
      id
      owing: cases(owesNote: true, first: 20) {
        nodes {
          id
          pseudonym
          noteOwedBy
        }
      }
    }
  }
`);

export const WatchedQuery = graphql(`
  query Watched($centreId: ID!, $from: Date!) {
    centre(id: $centreId) {
      id
      accessLog(filter: { outcome: REFUSED, from: $from }, first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
      danger: accessLog(
        filter: { change: "PersonSentInEmergency", from: $from }
        first: 50
      ) {
        nodes {
          id
        }
      }
      accessLogChain {
        position
        brokenAt
      }
      residentRequests {
        number
        dueOn
        state
      }
      breaches {
        number
        dueAt
        decidedAt
      }
    }
  }
`);
