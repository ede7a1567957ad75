// What is open to emergencies, whom to call there, and where else of the same areas a place is free.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment Callable on Partner {
    id
    contactPersons {
      id
      name
      workPhone
      primary
      awayNow
      availability
    }
  }
`);

export const EmergencyQuery = graphql(`
  query Emergency($centreId: ID!) {
    centre(id: $centreId) {
      id
      services(filter: { emergency: true }, first: 50) {
        nodes {
          ...ReferableService @unmask
          sphere
          emergency
          saidFullAt
          partner {
            ...Callable @unmask
          }
        }
      }
    }
  }
`);

export const NextInEmergency = graphql(`
  query NextInEmergency($centreId: ID!, $areas: [ServiceArea!]!) {
    centre(id: $centreId) {
      id
      services(filter: { areas: $areas, referableNow: true }, first: 50) {
        nodes {
          ...ReferableService @unmask
          sphere
          emergency
        }
      }
    }
  }
`);

export const NotTakenQuery = graphql(`
  query NotTakenEmergencies($centreId: ID!) {
    centre(id: $centreId) {
      id
      ended: referrals(
        filter: {
          sentByViewer: true
          priorities: [EMERGENCY]
          statuses: [DECLINED, EXPIRED]
        }
        first: 20
      ) {
        nodes {
          id
          number
          status
          declineReason
          decidedAt
          finishedAt
          ownReference
          case {
            id
            pseudonym
          }
          service {
            id
            name
          }
          partner {
            id
            name
          }
          followedBy {
            id
            number
            service {
              id
              name
            }
            partner {
              id
              shortName
            }
          }
          fallbackPlan {
            fallbacks {
              place
              referral {
                id
              }
            }
          }
        }
      }
    }
  }
`);

export const CallPartner = graphql(`
  query CallPartner($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        ...Callable @unmask
      }
    }
  }
`);
