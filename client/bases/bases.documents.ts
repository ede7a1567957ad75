// What the pages of bases ask of the graph.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment ShownBasis on DisclosureBasis {
    id
    kind
    partner {
      id
      name
    }
    service {
      id
      name
    }
    highestLevel
    personFields
    givenBy
    form
    textVersion
    validFrom
    validTo
    endedAt
    recordedAt
    note
    noteDueAt
    isWorking
    viewerCanWithdraw
  }
`);

export const BasisOfCase = graphql(`
  query BasisOfCase($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Case {
        pseudonym
        closedOn
        isRestricted
      }
    }
  }
`);

/** Who may be told: the organisations that take part. */
export const TellablePartners = graphql(`
  query TellablePartners($centreId: ID!) {
    centre(id: $centreId) {
      id
      partners(first: 100, filter: { statuses: [ACTIVE] }) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

export const BasisChoiceQuery = graphql(`
  query BasisChoice($caseId: ID!, $partnerId: ID!, $serviceId: ID) {
    node(id: $caseId) {
      __typename
      id
      ... on Case {
        basisChoice(partnerId: $partnerId, serviceId: $serviceId) {
          highestLevel
          limitText
          fields
          kinds
          texts {
            kind
            version
            paragraphs
          }
          controller {
            name
            officerAt
            hidesAfterDays
            erasesAfterMonths
          }
        }
      }
    }
    partner: node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        name
        services {
          id
          name
        }
      }
    }
  }
`);

export const RecordBasis = graphql(`
  mutation RecordBasis($input: RecordBasisInput!) {
    outcome: recordBasis(input: $input) {
      __typename
      ... on DisclosureBasis {
        ...ShownBasis @unmask
      }
      ...Told @unmask
    }
  }
`);

export const WithdrawBasis = graphql(`
  mutation WithdrawBasis($input: WithdrawBasisInput!) {
    outcome: withdrawBasis(input: $input) {
      __typename
      ... on DisclosureBasis {
        ...ShownBasis @unmask
      }
      ...Told @unmask
    }
  }
`);

export const NoteBasis = graphql(`
  mutation NoteBasis($input: NoteBasisInput!) {
    outcome: noteBasis(input: $input) {
      __typename
      ... on DisclosureBasis {
        ...ShownBasis @unmask
      }
      ...Told @unmask
    }
  }
`);

export const PreviewReferral = graphql(`
  mutation PreviewReferral($input: PreviewReferralInput!) {
    outcome: previewReferral(input: $input) {
      __typename
      ... on ToldPerson {
        at
        until
        told {
          field
          value
          contactKind
          reason
        }
      }
      ...Told @unmask
    }
  }
`);
