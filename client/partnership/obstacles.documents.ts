// What a partner's page asks and does about what stands in its way.
import { graphql } from "../graphql/generated/gql.js";

graphql(`
  fragment ObstacleInList on ParticipationObstacle {
    id
    version
    kind
    note
    help
    state
    notedOn
  }
`);

export const ObstaclesQuery = graphql(`
  query Obstacles($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        viewerCanKeepObstacles
        participationObstacles {
          ...ObstacleInList @unmask
        }
      }
    }
  }
`);

export const NoteObstacle = graphql(`
  mutation NoteObstacle($input: NoteObstacleInput!) {
    noteObstacle(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export const ChangeObstacle = graphql(`
  mutation ChangeObstacle($input: ChangeObstacleInput!) {
    changeObstacle(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);
