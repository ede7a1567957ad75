// What the pages of resources ask and do.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment ResourceInList on Resource {
    id
    version
    kind
    name
    description
    availableWhen
    quantity
    lendable
    state
    viewerCanChange
    viewerCanAsk
    partner {
      id
      shortName
    }
  }
`);

graphql(`
  fragment LoanInList on LoanRequest {
    id
    version
    from
    to
    quantity
    note
    state
    onBehalfReason
    takenBackReason
    viewerCanAnswer
    viewerCanTakeBack
    askingPartner {
      id
      shortName
    }
    resource {
      id
      name
      partner {
        id
        shortName
      }
    }
  }
`);

export const ResourcesQuery = graphql(`
  query Resources(
    $centreId: ID!
    $filter: ResourceFilter
    $first: Int!
    $after: String
  ) {
    centre(id: $centreId) {
      id
      resources(filter: $filter, first: $first, after: $after) {
        totalCount
        nodes {
          ...ResourceInList @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const LoansQuery = graphql(`
  query Loans($centreId: ID!) {
    centre(id: $centreId) {
      id
      loanRequestCount
      loanRequests {
        ...LoanInList @unmask
      }
    }
  }
`);

export const PartnerResourcesQuery = graphql(`
  query PartnerResources($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        viewerCanAddResource
        resources {
          ...ResourceInList @unmask
        }
      }
    }
  }
`);

export const AddResource = graphql(`
  mutation AddResource($input: AddResourceInput!) {
    outcome: addResource(input: $input) {
      __typename
      ... on Resource {
        ...ResourceInList @unmask
      }
      ...Told @unmask
    }
  }
`);

export const ChangeResource = graphql(`
  mutation ChangeResource($input: ChangeResourceInput!) {
    outcome: changeResource(input: $input) {
      __typename
      ... on Resource {
        ...ResourceInList @unmask
      }
      ... on ResourceMoved {
        resource {
          ...ResourceInList @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const SetResourceState = graphql(`
  mutation SetResourceState($input: SetResourceStateInput!) {
    outcome: setResourceState(input: $input) {
      __typename
      ... on Resource {
        ...ResourceInList @unmask
      }
      ... on ResourceMoved {
        resource {
          ...ResourceInList @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const AskForLoan = graphql(`
  mutation AskForLoan($input: AskForLoanInput!) {
    outcome: askForLoan(input: $input) {
      __typename
      ... on LoanRequest {
        ...LoanInList @unmask
      }
      ...Told @unmask
    }
  }
`);

export const AnswerLoan = graphql(`
  mutation AnswerLoan($input: AnswerLoanInput!) {
    outcome: answerLoan(input: $input) {
      __typename
      ... on LoanRequest {
        ...LoanInList @unmask
      }
      ... on LoanMoved {
        loanRequest {
          ...LoanInList @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const TakeBackLoan = graphql(`
  mutation TakeBackLoan($input: TakeBackLoanInput!) {
    outcome: takeBackLoan(input: $input) {
      __typename
      ... on LoanRequest {
        ...LoanInList @unmask
      }
      ... on LoanMoved {
        loanRequest {
          ...LoanInList @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);
