// What the pages of cases ask of the graph; who the person is comes by one mutation alone, and never into the cache.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment ShownCase on Case {
    id
    pseudonym
    openedOn
    closedOn
    version
    identityVersion
    identityErasedAt
    isRestricted
  }
`);

export const CasesQuery = graphql(`
  query Cases(
    $centreId: ID!
    $isOpen: Boolean!
    $ownReference: String
    $after: String
  ) {
    centre(id: $centreId) {
      id
      cases(
        isOpen: $isOpen
        ownReference: $ownReference
        first: 50
        after: $after
      ) {
        totalCount
        nodes {
          ...ShownCase @unmask
          ownReference
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CaseQuery = graphql(`
  query Case($centreId: ID!, $id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Case {
        ...ShownCase @unmask
        ownReference
        openedAlthough
        looks {
          purpose
          note
          at
        }
        bases {
          ...ShownBasis @unmask
        }
      }
    }
    centre(id: $centreId) {
      id
      referrals(filter: { caseId: $id }, first: 50) {
        totalCount
        nodes {
          ...LiveReferral @unmask
        }
      }
    }
  }
`);

export const OpenCase = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    outcome: openCase(input: $input) {
      __typename
      ... on Case {
        ...ShownCase @unmask
      }
      ... on PersonKnown {
        coordinators
        ownCases {
          id
          pseudonym
        }
      }
      ...Told @unmask
    }
  }
`);

export const OpenCasesFromList = graphql(`
  mutation OpenCasesFromList($input: OpenCasesFromListInput!) {
    outcome: openCasesFromList(input: $input) {
      __typename
      ... on CasesOfList {
        cases {
          id
        }
        opened
      }
      ...Told @unmask
    }
  }
`);

export const CloseCase = graphql(`
  mutation CloseCase($input: CloseCaseInput!) {
    outcome: closeCase(input: $input) {
      __typename
      ... on Case {
        ...ShownCase @unmask
      }
      ... on CaseMoved {
        case {
          ...ShownCase @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const ReopenCase = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    outcome: reopenCase(input: $input) {
      __typename
      ... on Case {
        ...ShownCase @unmask
      }
      ... on CaseMoved {
        case {
          ...ShownCase @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const EraseIdentity = graphql(`
  mutation EraseIdentity($input: EraseIdentityInput!) {
    outcome: eraseIdentity(input: $input) {
      __typename
      ... on Case {
        ...ShownCase @unmask
      }
      ... on CaseMoved {
        case {
          ...ShownCase @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const ShowIdentity = graphql(`
  mutation ShowIdentity($input: ShowIdentityInput!) {
    outcome: showIdentity(input: $input) {
      __typename
      ... on ShownIdentity {
        at
        until
        identity {
          name
          surname
          born
          contactKind
          contact
          preferredHours
          accessNeeds
          place
          legalRepresentative
        }
      }
      ...Told @unmask
    }
  }
`);

export const CorrectIdentity = graphql(`
  mutation CorrectIdentity($input: CorrectIdentityInput!) {
    outcome: correctIdentity(input: $input) {
      __typename
      ... on Case {
        ...ShownCase @unmask
      }
      ... on CaseMoved {
        case {
          ...ShownCase @unmask
        }
      }
      ... on PersonKnown {
        coordinators
        ownCases {
          id
          pseudonym
        }
      }
      ...Told @unmask
    }
  }
`);
