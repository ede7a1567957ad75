// What the desk asks of the graph about requests and breaches.
import { graphql } from "../graphql/generated/gql.js";
import type { ClocksQuery as Read } from "../graphql/generated/graphql.js";

export const ClocksQuery = graphql(`
  query Clocks($centreId: ID!) {
    centre(id: $centreId) {
      id
      residentRequests {
        ...Request @unmask
      }
      breaches {
        ...BreachOfDesk @unmask
      }
    }
  }
  fragment Request on ResidentRequest {
    number
    pseudonym
    fileReference
    kind
    receivedOn
    dueOn
    extendedBy
    extensionReason
    state
    answer
    liftedAt
    version
  }
  fragment BreachOfDesk on Breach {
    number
    kind
    foundAt
    dueAt
    about
    people
    reported
    reportedAt
    reportNumber
    reportReason
    told
    toldReason
    decidedAt
    version
    steps {
      at
      by
      what
    }
  }
`);

export const FileRequest = graphql(`
  mutation FileResidentRequest($input: FileResidentRequestInput!) {
    outcome: fileResidentRequest(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ExtendRequest = graphql(`
  mutation ExtendResidentRequest($input: ExtendResidentRequestInput!) {
    outcome: extendResidentRequest(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const AnswerRequest = graphql(`
  mutation AnswerResidentRequest($input: AnswerResidentRequestInput!) {
    outcome: answerResidentRequest(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const LiftRestriction = graphql(`
  mutation LiftRestriction($input: LiftRestrictionInput!) {
    outcome: liftRestriction(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const WithdrawConsents = graphql(`
  mutation WithdrawConsents($input: WithdrawConsentsInput!) {
    outcome: withdrawConsents(input: $input) {
      __typename
      ... on ConsentsWithdrawn {
        pseudonym
        ended
      }
      ...Told @unmask
    }
  }
`);

export const RecordBreach = graphql(`
  mutation RecordBreach($input: RecordBreachInput!) {
    outcome: recordBreach(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const NoteBreachStep = graphql(`
  mutation NoteBreachStep($input: NoteBreachStepInput!) {
    outcome: noteBreachStep(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const DecideBreach = graphql(`
  mutation DecideBreach($input: DecideBreachInput!) {
    outcome: decideBreach(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

type Desk = NonNullable<Read["centre"]>;
export type Request = Desk["residentRequests"][number];
export type Breach = Desk["breaches"][number];
