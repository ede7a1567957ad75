// What the list of partners and the page of one ask.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment ContactOnPage on ContactPerson {
    id
    name
    position
    workEmail
    workPhone
    primary
    roles
    preferredChannel
    availability
    willingConfirmedAt
    willingConfirmedBy
    willingNote
    awayFrom
    awayTo
    awayNow
    substitute {
      id
      name
    }
    version
  }
`);

graphql(`
  fragment PartnerInList on Partner {
    id
    code
    name
    kind
    status
    stakeholderType
    isHub
    contactAlert
    contactPersons {
      id
      name
      workEmail
      workPhone
      primary
      roles
      awayNow
    }
    agreements {
      id
      status
      validTo
      endsInDays
      allowsReferrals
      leavings {
        hasLeft
        lastDay
        partner {
          id
        }
      }
    }
  }
`);

export const PartnersQuery = graphql(`
  query Partners(
    $centreId: ID!
    $filter: PartnerFilter
    $first: Int!
    $after: String
  ) {
    centre(id: $centreId) {
      id
      partners(filter: $filter, first: $first, after: $after) {
        totalCount
        nodes {
          ...PartnerInList @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const PartnerQuery = graphql(`
  query Partner($id: ID!) {
    node(id: $id) {
      __typename
      ... on Partner {
        ...PartnerOnPage @unmask
      }
    }
  }
`);

graphql(`
  fragment PartnerOnPage on Partner {
    id
    name
    shortName
    kind
    sector
    dataRole
    dataRoleReason
    status
    stakeholderType
    isHub
    address
    website
    phone
    version
    nip
    regon
    krs
    registerEntry
    missingNumbers
    terc
    legalForm
    statutoryProviderKind
    areasServed
    statutoryAims
    reintegrationAim
    suggestedStakeholderType
    accessibility
    cisDecision
    cisVoivode
    cisValidUntil
    cisAgreedPlaces
    statusReason
    contactAlert
    contactPersons {
      ...ContactOnPage @unmask
    }
    services {
      ...ServiceOnCard @unmask
    }
  }
`);

graphql(`
  fragment ServiceOnCard on Service {
    id
    name
    availability
    suspendedUntil
    staleAfterDays
    capacity {
      unit
      total
      occupied
      reserved
      available
      waiting
      owedToQueue
      confirmedAt
      confirmedBy
      confirmedFrom
    }
  }
`);

export const AddContactPerson = graphql(`
  mutation AddContactPerson($input: AddContactPersonInput!) {
    addContactPerson(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangeContactPerson = graphql(`
  mutation ChangeContactPerson($input: ChangeContactPersonInput!) {
    changeContactPerson(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const MakePrimaryContact = graphql(`
  mutation MakePrimaryContact($input: MakePrimaryContactInput!) {
    makePrimaryContact(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export const RemoveContactPerson = graphql(`
  mutation RemoveContactPerson($input: RemoveContactPersonInput!) {
    removeContactPerson(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const SetContactAbsence = graphql(`
  mutation SetContactAbsence($input: SetContactAbsenceInput!) {
    setContactAbsence(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ConfirmContactWilling = graphql(`
  mutation ConfirmContactWilling($input: ConfirmContactWillingInput!) {
    confirmContactWilling(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangePartner = graphql(`
  mutation ChangePartner($input: ChangePartnerInput!) {
    changePartner(input: $input) {
      __typename
      ... on PartnerLooksKnown {
        partners {
          id
          name
        }
      }
      ...Told @unmask
    }
  }
`);

export const CorrectDataRole = graphql(`
  mutation CorrectDataRole($input: CorrectDataRoleInput!) {
    correctDataRole(input: $input) {
      __typename
      ... on Partner {
        id
        version
        dataRole
        dataRoleReason
      }
      ... on PartnerMoved {
        partner {
          ...PartnerOnPage @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export const SuspendPartner = graphql(`
  mutation SuspendPartner($input: SuspendPartnerInput!) {
    suspendPartner(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ResumePartner = graphql(`
  mutation ResumePartner($input: ResumePartnerInput!) {
    resumePartner(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);
