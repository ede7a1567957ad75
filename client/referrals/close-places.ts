// Sets a service to "brak wolnych": as many places as are taken and held.
import type { ApolloClient } from "@apollo/client";

import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

const ClosePlaces = graphql(`
  mutation ClosePlaces($input: SetCapacityInput!) {
    setCapacity(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on Problem {
        message
      }
    }
  }
`);

export async function closePlaces(
  client: ApolloClient,
  { id, capacity }: LiveServiceFragment,
): Promise<void> {
  if (!capacity) return;
  const { occupied, reserved, version } = capacity;
  await client.mutate({
    mutation: ClosePlaces,
    variables: {
      input: {
        serviceId: id,
        total: occupied + reserved,
        ifVersion: version,
      },
    },
    // a number that moved meanwhile stays as it is and is seen in the offer
    errorPolicy: "all",
  });
}
