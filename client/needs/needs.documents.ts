// What the pages of needs ask and do.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment NeedInList on Need {
    id
    version
    title
    area
    gapKind
    targetGroup
    status
    evidence
    personsEstimated
    plannedAnswer
    answerNote
    reportedAt
    reports
    viewerReports
    viewerCanAnswer
    evidenceCounts {
      evidence
      count
    }
    place {
      id
      name
    }
    shortServices {
      id
      name
      partner {
        id
        shortName
      }
    }
  }
`);

export const NeedsQuery = graphql(`
  query Needs(
    $centreId: ID!
    $filter: NeedFilter!
    $first: Int!
    $after: String
  ) {
    centre(id: $centreId) {
      id
      needs(filter: $filter, first: $first, after: $after) {
        totalCount
        nodes {
          ...NeedInList @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const PlacesQuery = graphql(`
  query CentrePlaces($centreId: ID!) {
    centre(id: $centreId) {
      id
      places {
        id
        name
      }
    }
  }
`);

export const ReferralNeedQuery = graphql(`
  query ReferralNeed($id: ID!) {
    node(id: $id) {
      ... on Referral {
        id
        needProposal {
          area
          gapKind
          evidence
        }
        needReport {
          ...CountedOnce @unmask
        }
      }
    }
  }
`);

graphql(`
  fragment CountedOnce on NeedReport {
    id
    takenBackAt
    viewerCanTakeBack
    need {
      id
      title
    }
  }
`);

export const ReportNeed = graphql(`
  mutation ReportNeed($input: ReportNeedInput!) {
    outcome: reportNeed(input: $input) {
      __typename
      ... on NeedReport {
        ...CountedOnce @unmask
      }
      ...Told @unmask
    }
  }
`);

export const TakeBackNeedReport = graphql(`
  mutation TakeBackNeedReport($input: TakeBackNeedReportInput!) {
    outcome: takeBackNeedReport(input: $input) {
      __typename
      ... on NeedReport {
        ...CountedOnce @unmask
      }
      ...Told @unmask
    }
  }
`);

export const AnswerNeed = graphql(`
  mutation AnswerNeed($input: AnswerNeedInput!) {
    outcome: answerNeed(input: $input) {
      __typename
      ... on Need {
        ...NeedInList @unmask
      }
      ... on NeedMoved {
        need {
          ...NeedInList @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const NamePlace = graphql(`
  mutation NamePlace($input: NamePlaceInput!) {
    outcome: namePlace(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
