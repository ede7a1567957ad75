// What the client remembers of the graph, and which of two answers about one number is the later.
import { InMemoryCache, type Reference } from "@apollo/client";

import { members } from "./members.js";

type Numbers = Readonly<Record<string, unknown>> | Reference | null;

/** An answer that was under way while a newer number arrived must not bring the old one back. */
export function laterNumbers(
  known: Numbers | undefined,
  arriving: Numbers,
): Numbers {
  if (!known || !arriving) return arriving;
  return versionOf(arriving) >= versionOf(known)
    ? { ...known, ...arriving }
    : { ...arriving, ...known };
}

function versionOf(numbers: object): number {
  return "version" in numbers && typeof numbers.version === "number"
    ? numbers.version
    : 0;
}

interface Numbered {
  number: number;
}

const replaced = { merge: false } as const;

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: members,
    typePolicies: {
      Viewer: { keyFields: ["membershipId"] },
      ViewerMembership: { keyFields: false, merge: false },
      Service: {
        fields: {
          capacity: {
            merge: (known: Numbers | undefined, arriving: Numbers) =>
              laterNumbers(known, arriving),
          },
          matchReasons: replaced,
          responseTimes: replaced,
        },
      },
      Referral: {
        fields: {
          timeline: replaced,
          fallbackPlan: replaced,
          // its words are read apart from it, and go with it
          appointment: {
            merge: (known: Numbered | null, arriving: Numbered | null) =>
              known && arriving && known.number === arriving.number
                ? { ...known, ...arriving }
                : arriving,
          },
        },
      },
      Centre: { fields: { networks: replaced, overview: replaced } },
      Network: { fields: { graph: replaced } },
    },
  });
}
