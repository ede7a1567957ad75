// What the pages of programmes ask and do.
import { graphql } from "../graphql/generated/gql.js";

export const ProgrammesQuery = graphql(`
  query Programmes($centreId: ID!) {
    centre(id: $centreId) {
      id
      programmes {
        id
        name
        status
        startsOn
        endsOn
        reportDueOn
        resolutionNumber
      }
    }
  }
`);

graphql(`
  fragment PlanRowOnPage on PlanRow {
    id
    version
    serviceName
    mode
    plannedOn
    state
    amountGrosze
    gaps
    service {
      id
      name
    }
    partner {
      id
      name
      shortName
    }
    agreement {
      id
      number
    }
  }
`);

graphql(`
  fragment ProgrammeOnPage on Programme {
    id
    version
    name
    status
    aim
    startsOn
    endsOn
    needs
    persons
    serviceScope
    qualification
    fees
    documentation
    personalData
    highestLevel
    organisation
    monitoring
    budgetGrosze
    plannedGrosze
    resolutionNumber
    resolutionOn
    bipUrl
    reportDueOn
    reportedOn
    missing
    viewerCanChange
    partnership {
      id
      name
    }
    services {
      id
      name
      partner {
        id
        shortName
      }
    }
    plan {
      ...PlanRowOnPage @unmask
    }
    changes {
      version
      kind
      elements
      service {
        id
        name
      }
      resolutionNumber
      byName
      at
    }
  }
`);

export const ProgrammeQuery = graphql(`
  query Programme($id: ID!) {
    node(id: $id) {
      __typename
      ... on Programme {
        ...ProgrammeOnPage @unmask
      }
    }
  }
`);

export const OwnServicesQuery = graphql(`
  query OwnServices($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        services {
          id
          name
        }
      }
    }
  }
`);

export const PlanChoicesQuery = graphql(`
  query PlanChoices($centreId: ID!) {
    centre(id: $centreId) {
      id
      partners(first: 100) {
        nodes {
          id
          name
          shortName
        }
      }
      services(first: 100) {
        nodes {
          id
          name
          partner {
            id
            shortName
          }
        }
      }
    }
  }
`);

export const PartnerAgreementsQuery = graphql(`
  query PartnerAgreements($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      ... on Partner {
        id
        agreements {
          id
          number
          title
        }
      }
    }
  }
`);

export const PartnershipsQuery = graphql(`
  query Partnerships($centreId: ID!) {
    centre(id: $centreId) {
      id
      networks {
        id
        kind
        name
        status
      }
    }
  }
`);

export const DraftProgramme = graphql(`
  mutation DraftProgramme($input: DraftProgrammeInput!) {
    outcome: draftProgramme(input: $input) {
      __typename
      ... on Programme {
        id
      }
      ...Told @unmask
    }
  }
`);

export const ChangeProgramme = graphql(`
  mutation ChangeProgramme($input: ChangeProgrammeInput!) {
    outcome: changeProgramme(input: $input) {
      __typename
      ... on Programme {
        ...ProgrammeOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const AdoptProgramme = graphql(`
  mutation AdoptProgramme($input: AdoptProgrammeInput!) {
    outcome: adoptProgramme(input: $input) {
      __typename
      ... on Programme {
        ...ProgrammeOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const ReportProgramme = graphql(`
  mutation ReportProgramme($input: ReportProgrammeInput!) {
    outcome: reportProgramme(input: $input) {
      __typename
      ... on Programme {
        ...ProgrammeOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const LinkPartnership = graphql(`
  mutation LinkPartnership($input: LinkPartnershipInput!) {
    outcome: linkPartnership(input: $input) {
      __typename
      ... on Programme {
        ...ProgrammeOnPage @unmask
      }
      ...Told @unmask
    }
  }
`);

export const SetServiceProgramme = graphql(`
  mutation SetServiceProgramme($input: SetServiceProgrammeInput!) {
    outcome: setServiceProgramme(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const PlanService = graphql(`
  mutation PlanService($input: PlanServiceInput!) {
    outcome: planService(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangePlanRow = graphql(`
  mutation ChangePlanRow($input: ChangePlanRowInput!) {
    outcome: changePlanRow(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
