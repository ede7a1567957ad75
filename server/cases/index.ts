// The smallest door: cases are the most sensitive of all.
export { DisclosureBasis } from "./basis.js";
export { Case } from "./case.js";
export { CaseIdentity } from "./case-identity.js";
export { CaseLook, LookPurpose } from "./case-look.js";
export { caseById, findOwnCase, hasBasis } from "./cases.reads.js";
export { CaseResolver, CentreCasesResolver } from "./cases.resolver.js";
export { lockOwnCase } from "./find-case.js";
export { requireMasterKeys, rotateMasterKey } from "./master-keys.js";
export { PersonIndex } from "./person-index.js";
export { CaseKey, SealedIdentity } from "./sealed-identity.js";
export { showIdentity } from "./show-identity.js";
