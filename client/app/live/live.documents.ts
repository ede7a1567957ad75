// What the log of the centre brings: everything of a service and a referral that can change on a screen.
import { graphql } from "../../graphql/generated/gql.js";

graphql(`
  fragment Numbers on Capacity {
    unit
    total
    occupied
    reserved
    available
    waiting
    waitingOutside
    owedToQueue
    walkIns
    kept
    keptBy
    version
    status
    confirmedAt
    confirmedBy
    confirmedFrom
  }
`);

graphql(`
  fragment LiveService on Service {
    id
    version
    name
    description
    area
    group
    form
    sphere
    entryMode
    supporting
    feeGrosze
    feeUnit
    accessibility
    careDuringActivity
    transportProvided
    targetGroups
    eligibility
    ageFrom
    ageTo
    hours {
      days
      weekOfMonth
      opensAt
      closesAt
    }
    scheduleInWords {
      pl
      en
    }
    seasonFrom
    seasonTo
    restsOnHolidays
    place
    status
    availability
    offerable
    suspendedUntil
    staleAfterDays
    referralObstacle
    referralObstacleText
    viewerCanRefer
    viewerCanSetCapacity
    viewerCanChange
    capacity {
      ...Numbers @unmask
    }
    partner {
      id
      name
      shortName
    }
    firstWaitingReferral {
      id
      number
      viewerCanOfferPlace
    }
  }
`);

export const LiveReferralParts = graphql(`
  fragment LiveReferral on Referral {
    id
    number
    version
    status
    kind
    priority
    disclosureLevel
    units
    sender
    sentAt
    dueAt
    dueReason
    tokenCode
    ownReference
    queuePosition
    passedOver
    clockStandsUntil
    suspendedAt
    suspendReason
    resumesOn
    expectedOn
    offeredUntil
    openedAt
    decidedAt
    startedAt
    redeemedAt
    finishedAt
    declineReason
    discontinueReason
    statutoryDocumentRequired
    holdsPlace
    case {
      id
      pseudonym
    }
    partner {
      id
      name
      shortName
    }
    service {
      ...LiveService @unmask
    }
    timeline {
      at
      status
      appointment
      by
      reason
    }
    noShows
    isOftenAbsent
    appointment {
      number
      at
      place
      atHome
      bring
      askFor
      state
      movedFrom
      moveReason
      askedAt
      wishedFor
      answer
      undoableUntil
    }
    viewerCanArrangeAppointment
    viewerCanNoteAppearance
    viewerCanAskForAnotherDate
    viewerCanAnswerNoShow
    personFields
    viewerCanShowPerson
    keeping {
      answer
    }
    basisWithdrawn
    viewerCanConfirmKeeping
    viewerIsSender
    viewerCanOpen
    viewerCanAccept
    viewerCanDecline
    viewerCanWaitlist
    viewerCanOfferPlace
    viewerCanConfirmPlace
    viewerCanStart
    viewerCanComplete
    viewerCanDiscontinue
    viewerCanWithdraw
    viewerCanAskAbout
    viewerCanAnswerQuestion
    viewerCanSuspend
    viewerCanResume
    agreementEndsOn
    partnerLeavesOn
    continuation {
      way
      until
    }
    viewerCanPlanContinuation
    openSuggestions
    follows {
      id
      number
    }
    followedBy {
      id
      number
    }
    viewerCanSuggest
  }
`);

// what a verb answers where somebody was quicker
graphql(`
  fragment MovedReferral on ReferralMoved {
    referral {
      ...LiveReferral @unmask
    }
  }
`);

// a decline changes the number, and says more than it
export const LiveNumbers = graphql(`
  fragment LiveNumbers on Service {
    ...LiveService @unmask
    saidFullAt
  }
`);

export const CapacityLog = graphql(`
  subscription CapacityLog($centreId: ID!, $after: String) {
    capacityChanged(centreId: $centreId, after: $after) {
      __typename
      ... on CapacityChanged {
        cursor
        at
        service {
          ...LiveNumbers @unmask
        }
      }
      ... on CaughtUp {
        cursor
        at
      }
    }
  }
`);

export const ReferralLog = graphql(`
  subscription ReferralLog($centreId: ID!, $after: String) {
    referralChanged(centreId: $centreId, after: $after) {
      __typename
      ... on ReferralChanged {
        cursor
        at
        status
        referral {
          ...LiveReferral @unmask
        }
      }
      ... on ReferralGone {
        cursor
        referralId
      }
      ... on CaughtUp {
        cursor
        at
      }
    }
  }
`);

export const CentreLog = graphql(`
  subscription CentreLog($centreId: ID!, $after: String) {
    centreChanged(centreId: $centreId, after: $after) {
      __typename
      ... on CentreChanged {
        cursor
        at
        topic
      }
      ... on CaughtUp {
        cursor
        at
      }
    }
  }
`);
