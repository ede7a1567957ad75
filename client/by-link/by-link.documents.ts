// What the page of a link asks of the graph, and what it says: the token is all that it has.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment Opened on OpenedLink {
    kind
    state
    centreName
    partnerName
    usedAt
    answer
    services {
      serviceId
      name
      unit
      taken
      available
      confirmedAt
      version
    }
    referral {
      number
      serviceName
      units
      unit
      priority
      status
      dueAt
      answerable
    }
  }
`);

export const LinkPageQuery = graphql(`
  query LinkPage($token: String!) {
    actionLink(token: $token) {
      ...Opened @unmask
    }
  }
`);

export const ConfirmByLink = graphql(`
  mutation ConfirmByLink($input: ConfirmByLinkInput!) {
    confirmByLink(input: $input) {
      __typename
      ...Opened @unmask
      ... on LinkOutdated {
        link {
          ...Opened @unmask
        }
      }
      ... on LinkDead {
        link {
          ...Opened @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const AnswerByLink = graphql(`
  mutation AnswerByLink($input: AnswerByLinkInput!) {
    answerByLink(input: $input) {
      __typename
      ...Opened @unmask
      ... on LinkOutdated {
        link {
          ...Opened @unmask
        }
      }
      ... on LinkDead {
        link {
          ...Opened @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const RenewLink = graphql(`
  mutation RenewLink($input: RenewLinkInput!) {
    renewLink(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);
