// What is open to emergencies, whom to call there, and where else of the same areas a place is free.
import { graphql } from "../graphql/generated/gql.js";

export const EmergencyQuery = graphql(`
  query Emergency($centreId: ID!) {
    centre(id: $centreId) {
      id
      services(filter: { emergency: true }, first: 50) {
        nodes {
          ...ReferableService @unmask
          partner {
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
          emergency
        }
      }
    }
  }
`);
