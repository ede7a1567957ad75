// The smallest door: cases are the most sensitive of all.
export { DisclosureBasis } from "./basis.js";
export { Case } from "./case.js";
export { caseById, findOwnCase, hasBasis } from "./cases.reads.js";
export { CentreCasesResolver } from "./cases.resolver.js";
