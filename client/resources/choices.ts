// Kinds of resources in the order of the screen, and in which tone each state of a request stands.
import type { Tone } from "../design/Tag.js";
import type {
  LoanInListFragment,
  LoanState,
  ResourceInListFragment,
  ResourceKind,
} from "../graphql/generated/graphql.js";

export type ShownResource = ResourceInListFragment;
export type ShownLoan = LoanInListFragment;

export const resourceKinds = [
  "PREMISES",
  "EQUIPMENT",
  "SPECIALISTS",
  "VOLUNTEERS",
  "TRANSPORT",
] as const satisfies readonly ResourceKind[];

export const loanTones: Record<LoanState, Tone> = {
  ASKED: "wait",
  AGREED: "ok",
  NOT_POSSIBLE: "plain",
  TAKEN_BACK: "outline",
  RETURNED: "outline",
};
