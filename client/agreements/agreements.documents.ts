// What the screens of agreements ask and do.
import { graphql } from "../graphql/generated/gql.js";

export const AgreementsQuery = graphql(`
  query Agreements(
    $centreId: ID!
    $filter: AgreementFilter
    $first: Int!
    $after: String
  ) {
    centre(id: $centreId) {
      id
      agreements(filter: $filter, first: $first, after: $after) {
        totalCount
        nodes {
          id
          number
          kind
          status
          title
          validFrom
          validTo
          endsInDays
          dataRole
          leavings {
            leftOn
            lastDay
            hasLeft
            partner {
              id
            }
          }
          parties {
            id
            shortName
            isHub
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const AgreementQuery = graphql(`
  query Agreement($id: ID!) {
    node(id: $id) {
      __typename
      ... on Agreement {
        id
        number
        kind
        status
        title
        signedOn
        validFrom
        validTo
        endsInDays
        endedOn
        suspendedOn
        dataRole
        allowsReferrals
        isPublic
        version
        revision
        viewerCan
        viewerCanPlaceOrder
        orders {
          id
        }
        leavings {
          leftOn
          lastDay
          hasLeft
          partner {
            id
          }
        }
        openReferrals {
          referrals
          unplanned
          owedBy
        }
        parties {
          id
          name
          shortName
          isHub
        }
        responseTimes {
          priority
          amount
          unit
        }
        terms {
          purpose
          noticeDays
          renewMonths
          allowsSensitive
          offerUpdateDutyDays
          meetingsPerYear
          reporting
          disputeClause
          grantForm
          endReason
          suspendReason
          promisedTimes {
            priority
            amount
            unit
          }
          dpaAgreement {
            id
            number
            title
          }
          parties {
            partner {
              id
              shortName
              name
              isHub
            }
            agreedOn
            onBehalfReason
            signedOn
            signatureNotedOn
            signatoryName
            authority
            signatureKind
            leftOn
            leaveReason
            contactPerson {
              id
            }
            turnTo {
              id
              name
              position
              workEmail
              workPhone
              awayNow
              substitute {
                id
                name
              }
            }
          }
          programme {
            id
            name
          }
          gaps {
            element
            words
            isRequired
          }
          tasks {
            task
            part
            partner {
              id
              shortName
            }
          }
          services {
            placesKept
            service {
              id
              name
              partner {
                id
              }
            }
          }
        }
        finance {
          mode
          amountGrosze
          settlementRules
        }
        documents {
          id
          fileName
          size
          sha256
          uploadedAt
          viewerCanRemove
          partner {
            id
            shortName
          }
        }
        remarks {
          text
          madeAt
          partner {
            id
            shortName
          }
        }
        versions {
          revision
          status
          effectiveFrom
          heldOn
          madeAt
          changes {
            term
            from
            to
          }
          terms {
            term
            value
          }
          signatures {
            signedOn
            signatureNotedOn
            partner {
              id
              shortName
            }
          }
        }
      }
    }
  }
`);

export const AgreementPartnersQuery = graphql(`
  query AgreementPartners($centreId: ID!) {
    centre(id: $centreId) {
      id
      hub {
        id
        shortName
      }
      partners(first: 100) {
        nodes {
          id
          name
          shortName
          isHub
        }
      }
    }
  }
`);

/** Whom each organisation has named, and the programmes that the council has adopted. */
export const AgreementChoicesQuery = graphql(`
  query AgreementChoices($centreId: ID!) {
    centre(id: $centreId) {
      id
      programmes {
        id
        name
        status
      }
      partners(first: 100) {
        nodes {
          id
          contactPersons {
            id
            name
            position
            primary
          }
        }
      }
    }
  }
`);

export const AgreementServicesQuery = graphql(`
  query AgreementServices($centreId: ID!, $partnerId: ID!) {
    centre(id: $centreId) {
      id
      services(filter: { partnerId: $partnerId }, first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

export const AgreeToAgreement = graphql(`
  mutation AgreeToAgreement($input: AgreeToAgreementInput!) {
    agreeToAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const AmendAgreement = graphql(`
  mutation AmendAgreement($input: AmendAgreementInput!) {
    amendAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const ChangeAgreement = graphql(`
  mutation ChangeAgreement($input: ChangeAgreementInput!) {
    changeAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const DiscardAgreement = graphql(`
  mutation DiscardAgreement($input: DiscardAgreementInput!) {
    discardAgreement(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const DraftAgreement = graphql(`
  mutation DraftAgreement($input: DraftAgreementInput!) {
    draftAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const ProposeAgreement = graphql(`
  mutation ProposeAgreement($input: ProposeAgreementInput!) {
    proposeAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const RejectAgreement = graphql(`
  mutation RejectAgreement($input: RejectAgreementInput!) {
    rejectAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const RejectAmendment = graphql(`
  mutation RejectAmendment($input: RejectAmendmentInput!) {
    rejectAmendment(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const RemarkOnAgreement = graphql(`
  mutation RemarkOnAgreement($input: RemarkOnAgreementInput!) {
    remarkOnAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const RemoveAgreementDocument = graphql(`
  mutation RemoveAgreementDocument($input: RemoveAgreementDocumentInput!) {
    removeAgreementDocument(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const ResumeAgreement = graphql(`
  mutation ResumeAgreement($input: ResumeAgreementInput!) {
    resumeAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const SignAgreement = graphql(`
  mutation SignAgreement($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const SuspendAgreement = graphql(`
  mutation SuspendAgreement($input: SuspendAgreementInput!) {
    suspendAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const TerminateAgreement = graphql(`
  mutation TerminateAgreement($input: TerminateAgreementInput!) {
    terminateAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);

export const WithdrawFromAgreement = graphql(`
  mutation WithdrawFromAgreement($input: WithdrawFromAgreementInput!) {
    withdrawFromAgreement(input: $input) {
      __typename
      ... on Agreement {
        id
      }
      ...Told @unmask
    }
  }
`);
