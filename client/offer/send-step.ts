// One step of a change of places, sent to the graph; what came of it in words of the desk.
import {
  type ApolloClient,
  CombinedGraphQLErrors,
  ServerError,
  ServerParseError,
} from "@apollo/client";

import { graphql } from "../graphql/generated/gql.js";
import type {
  NumbersFragment,
  RecordWalkInMutation,
  SetCapacityMutation,
} from "../graphql/generated/graphql.js";
import type { Sent } from "./desk.js";
import type { Step } from "./steps.js";

const RecordWalkIn = graphql(`
  mutation RecordWalkIn($input: RecordWalkInInput!) {
    recordWalkIn(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on CapacityMoved {
        service {
          ...LiveService @unmask
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export const SetCapacity = graphql(`
  mutation SetCapacity($input: SetCapacityInput!) {
    setCapacity(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on CapacityMoved {
        service {
          ...LiveService @unmask
        }
      }
      ... on CapacityInUse {
        occupied
        reserved
      }
      ... on Problem {
        message
      }
    }
  }
`);

type Answer =
  | RecordWalkInMutation["recordWalkIn"]
  | SetCapacityMutation["setCapacity"];

export async function sendStep(
  client: ApolloClient,
  serviceId: string,
  step: Step,
  numbers: NumbersFragment,
  requestKey: string,
): Promise<Sent> {
  const guarded = { serviceId, ifVersion: numbers.version };
  try {
    if (step.verb === "walkIn") {
      const input = { ...guarded, requestKey, change: step.change };
      const { data } = await client.mutate({
        mutation: RecordWalkIn,
        variables: { input },
      });
      return data ? read(data.recordWalkIn) : { kind: "lost" };
    }
    const total = numbers.total + step.by;
    const { data } = await client.mutate({
      mutation: SetCapacity,
      variables: { input: { ...guarded, total } },
    });
    if (!data) return { kind: "lost" };
    const sent = read(data.setCapacity);
    // a repeat whose first try took effect finds its own number
    const isOwn =
      sent.kind === "moved" &&
      sent.numbers.version === numbers.version + 1 &&
      sent.numbers.total === total;
    return isOwn ? { kind: "done", numbers: sent.numbers } : sent;
  } catch (error) {
    // a refusal of the graph is told like a lost answer: repeating is safe, by version and key
    const isOfTheWay =
      error instanceof TypeError ||
      // a proxy's own page says that nobody stands behind it
      ServerError.is(error) ||
      ServerParseError.is(error);
    if (isOfTheWay || CombinedGraphQLErrors.is(error)) return { kind: "lost" };
    throw error;
  }
}

function read(answer: Answer): Sent {
  if (answer.__typename === "Service" && answer.capacity)
    return { kind: "done", numbers: answer.capacity };
  if (answer.__typename === "CapacityMoved" && answer.service.capacity)
    return { kind: "moved", numbers: answer.service.capacity };
  return {
    kind: "refused",
    message: "message" in answer ? answer.message : "",
  };
}
