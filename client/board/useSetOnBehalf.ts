// The hub's entry of a number in the partner's place, and each way in which it may come to nothing.
import { useState } from "react";

import { graphql } from "../graphql/generated/gql.js";
import type { SetCapacityInput } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";

const SetCapacityOnBehalf = graphql(`
  mutation SetCapacityOnBehalf($input: SetCapacityInput!) {
    setCapacity(input: $input) {
      __typename
      ... on Service {
        ...ServiceRow_service @unmask
      }
      ... on CapacityInUse {
        message
        occupied
        reserved
      }
      ... on CapacityMoved {
        message
        service {
          ...ServiceRow_service @unmask
        }
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

export interface Refusal {
  /** The total must not be below what is taken and held. */
  least?: number;
  /** Somebody changed the number since it was seen; the new one is on the screen now. */
  isMoved?: boolean;
  message?: string;
  fields?: readonly { path: string; message: string }[];
}

export function useSetOnBehalf() {
  const [run, pending] = useVerb(SetCapacityOnBehalf);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Whether the number was saved. */
  async function save(input: SetCapacityInput): Promise<boolean> {
    const { data, failure: failed } = await run({ input });
    setFailure(failed ?? null);
    const answer = data?.setCapacity;
    switch (answer?.__typename) {
      case "CapacityInUse":
        setRefusal({ least: answer.occupied + answer.reserved });
        return false;
      case "CapacityMoved":
        setRefusal({ isMoved: true });
        return false;
      case "InvalidInput":
        setRefusal({ message: answer.message, fields: answer.fields });
        return false;
      default:
        setRefusal(null);
        return answer !== undefined;
    }
  }

  return [save, { pending, refusal, failure }] as const;
}
