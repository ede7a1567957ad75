// The smallest door: cases are the most sensitive of all.
export { DisclosureBasis, mayTravel } from "./basis.js";
export { Case } from "./case.js";
export { caseById, findOwnCase, hasBasis } from "./cases.reads.js";
export { CentreCasesResolver } from "./cases.resolver.js";
