// Where the settlement of an agreement is looked at, as letters lead to it.
import { toGlobalId } from "../platform/graphql/global-id.js";

export function settlementPath(agreementId: string): string {
  return `/umowy/${toGlobalId("Agreement", agreementId)}/rozliczenie`;
}
