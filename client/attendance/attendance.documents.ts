// The lists of attendance of an organisation, the lines of one referral, and the one verb that writes them.
import { graphql } from "../graphql/generated/gql.js";

export const AttendanceLists = graphql(`
  query AttendanceLists(
    $partnerId: ID!
    $day: Date!
    $from: Date!
    $to: Date!
  ) {
    node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        services {
          id
          name
          ofDay: attendance(from: $day, to: $day) {
            ...Sheet @unmask
          }
          ofMonth: attendance(from: $from, to: $to) {
            ...Sheet @unmask
          }
        }
      }
    }
  }
`);

graphql(`
  fragment Sheet on AttendanceSheet {
    from
    to
    unit
    lines {
      referralId
      number
      tokenCode
      isSuspended
      viewerCanShowName
      absencesInRow
      entry {
        revision
        state
        quantity
        until
      }
    }
  }
`);

export const ReferralAttendance = graphql(`
  query ReferralAttendance($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Referral {
        deliveredSoFar
        deliveredUnits
        result
        attendance {
          day
          until
          revision
          state
          quantity
        }
      }
    }
  }
`);

export const DeliveredSoFar = graphql(`
  query DeliveredSoFar($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Referral {
        deliveredSoFar
      }
    }
  }
`);

export const ShowNames = graphql(`
  mutation ShowNames($input: ShowNamesInput!) {
    outcome: showNames(input: $input) {
      __typename
      ... on ShownNames {
        at
        until
        names {
          referralId
          name
        }
      }
      ...Told @unmask
    }
  }
`);

export const RecordAttendance = graphql(`
  mutation RecordAttendance($input: RecordAttendanceInput!) {
    outcome: recordAttendance(input: $input) {
      __typename
      ... on AttendanceRecorded {
        referrals {
          id
        }
      }
      ...Told @unmask
    }
  }
`);
