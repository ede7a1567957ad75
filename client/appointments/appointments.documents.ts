// The verbs of both sides on a first appointment, and whom of the organisation one may ask for.
import { graphql } from "../graphql/generated/gql.js";

export const ArrangeAppointment = graphql(`
  mutation ArrangeAppointment($input: ArrangeAppointmentInput!) {
    outcome: arrangeAppointment(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const NoteAppearance = graphql(`
  mutation NoteAppearance($input: NoteAppearanceInput!) {
    outcome: noteAppearance(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const UndoAppearance = graphql(`
  mutation UndoAppearance($input: UndoAppearanceInput!) {
    outcome: undoAppearance(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const AskForAnotherDate = graphql(`
  mutation AskForAnotherDate($input: AskForAnotherDateInput!) {
    outcome: askForAnotherDate(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const AnswerNoShow = graphql(`
  mutation AnswerNoShow($input: AnswerNoShowInput!) {
    outcome: answerNoShow(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const WhomToAskFor = graphql(`
  query WhomToAskFor($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        address
        contactPersons {
          id
          name
          workPhone
        }
      }
    }
  }
`);

/** What the schedule of the service suggests. */
export const NextDates = graphql(`
  query NextDates($serviceId: ID!) {
    node(id: $serviceId) {
      __typename
      id
      ... on Service {
        nextDates(first: 10)
      }
    }
  }
`);
