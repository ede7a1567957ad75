// What the path of a network asks and does: its six steps, and what answers them.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment MeetingOnPage on Meeting {
    id
    kind
    title
    agenda
    startsAt
    endsAt
    place
    status
    cancelReason
    minutes
    minutesApprovedAt
    version
    attendance {
      present
      partner {
        id
        shortName
      }
    }
  }
`);

graphql(`
  fragment NeedOnPage on Need {
    id
    title
    area
    gapKind
    evidence
    status
    personsEstimated
    viewerCanComment
    comments {
      id
      text
      at
      ofResidents
      partner {
        id
        shortName
      }
    }
  }
`);

graphql(`
  fragment RhythmOnPage on MeetingRhythm {
    state
    cadenceDays
    lastOn
    dueOn
    nextOn
  }
`);

graphql(`
  fragment NetworkSteps on Network {
    id
    kind
    name
    step
    status
    stateSince
    stateReason
    viewerCanLead
    viewerCanRecordNeed
    meetingRhythm {
      ...RhythmOnPage @unmask
    }
    formation {
      step
      state
      criteria {
        kind
        met
        found
        missing
      }
    }
    stepsTaken {
      step
      change
      reason
      at
    }
    analysis {
      strengths
      weaknesses
      opportunities
      threats
      version
    }
    needs {
      ...NeedOnPage @unmask
    }
    meetings {
      ...MeetingOnPage @unmask
    }
    memberships {
      id
      role
      partner {
        id
        name
        shortName
      }
    }
  }
`);

export const NetworkStepsQuery = graphql(`
  query NetworkSteps($id: ID!) {
    node(id: $id) {
      __typename
      ... on Network {
        ...NetworkSteps @unmask
      }
    }
  }
`);

graphql(`
  fragment NetworkRules on Network {
    id
    name
    status
    stateSince
    stateReason
    rules {
      rule
      state
      found
      of
      missing
    }
    meetingRhythm {
      ...RhythmOnPage @unmask
    }
  }
`);

export const NetworkRulesQuery = graphql(`
  query NetworkRules($id: ID!) {
    node(id: $id) {
      __typename
      ... on Network {
        ...NetworkRules @unmask
      }
    }
  }
`);

export const CompleteStep = graphql(`
  mutation CompleteStep($input: CompleteStepInput!) {
    completeStep(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const ReopenStep = graphql(`
  mutation ReopenStep($input: ReopenStepInput!) {
    reopenStep(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const WriteAnalysis = graphql(`
  mutation WriteAnalysis($input: WriteAnalysisInput!) {
    writeAnalysis(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const RecordNeed = graphql(`
  mutation RecordNeed($input: RecordNeedInput!) {
    recordNeed(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const PlanMeeting = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const HoldMeeting = graphql(`
  mutation HoldMeeting($input: HoldMeetingInput!) {
    holdMeeting(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const CancelMeeting = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
