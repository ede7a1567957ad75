// The door of resources: the inventory of what organisations have, and what they lend each other.
export { LoanRequest } from "./loan-request.js";
export { CentreLoansResolver, LoanRequestResolver } from "./loans.resolver.js";
export { loansBeforeLeaving } from "./loans-before-leaving.js";
export { Resource } from "./resource.js";
export type { ResourceKind } from "./resource-kind.js";
export { loanById, resourceById } from "./resources.reads.js";
export {
  CentreResourcesResolver,
  PartnerResourcesResolver,
  ResourceResolver,
} from "./resources.resolver.js";
