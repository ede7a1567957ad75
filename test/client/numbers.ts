// Numbers of a service as a screen knows them, for the tests of the client.
import type { NumbersFragment } from "../../client/graphql/generated/graphql.js";

export function someNumbers(
  changes: Partial<NumbersFragment> = {},
): NumbersFragment {
  return {
    unit: "PLACES",
    total: 12,
    occupied: 10,
    reserved: 0,
    available: 2,
    waiting: 0,
    waitingOutside: 0,
    owedToQueue: 0,
    walkIns: 0,
    kept: 0,
    keptBy: null,
    version: 1,
    status: "AVAILABLE",
    confirmedAt: "2026-11-24T08:05:00Z",
    confirmedBy: null,
    confirmedFrom: "PROVIDER",
    ...changes,
  };
}
