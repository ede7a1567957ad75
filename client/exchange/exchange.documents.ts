// What both sides ask, answer, pause and resume of a referral; what was written is read apart from all lists.
import { graphql } from "../graphql/generated/gql.js";

export const ReferralMessages = graphql(`
  query ReferralMessages($id: ID!) {
    node(id: $id) {
      __typename
      ... on Referral {
        id
        messages {
          fromPartner
          topics
          text
          at
        }
      }
    }
  }
`);

export const AskAboutReferral = graphql(`
  mutation AskAboutReferral($input: AskAboutReferralInput!) {
    outcome: askAboutReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const AnswerQuestion = graphql(`
  mutation AnswerQuestion($input: AnswerQuestionInput!) {
    outcome: answerQuestion(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const SuspendReferral = graphql(`
  mutation SuspendReferral($input: SuspendReferralInput!) {
    outcome: suspendReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);

export const ResumeReferral = graphql(`
  mutation ResumeReferral($input: ResumeReferralInput!) {
    outcome: resumeReferral(input: $input) {
      __typename
      ... on Referral {
        ...LiveReferral @unmask
      }
      ...MovedReferral @unmask
      ...Told @unmask
    }
  }
`);
