// The smallest door: cases are the most sensitive of all.
export { basesCovering, basisById } from "./bases/bases.reads.js";
export {
  CaseBasesResolver,
  DisclosureBasisResolver,
} from "./bases/bases.resolver.js";
export { fieldsFor, NO_BASIS } from "./bases/basis-choice.js";
export { DisclosureBasis } from "./bases/disclosure-basis.js";
export { endBasis, lockOwnBasis } from "./bases/end-bases.js";
export { isRestricted, restrictedLimit } from "./bases/restriction.js";
export {
  limitOf,
  lowestLevelFor,
  type TravelLimit,
} from "./bases/travel-limits.js";
export { Case } from "./case.js";
export { CaseIdentity, type CaseIdentityInput } from "./case-identity.js";
export { CaseLook, LOOK_MS, LookPurpose } from "./case-look.js";
export { TooManyLooks } from "./case-problems.js";
export { caseById, holdOwnCase } from "./cases.reads.js";
export { CaseResolver, CentreCasesResolver } from "./cases.resolver.js";
export { checkWords } from "./check-identity.js";
export { countLook, countNames, LOOKS_STOPPED } from "./count-look.js";
export { countOneMore } from "./count-one-more.js";
export { lockOwnCase } from "./find-case.js";
export { keepPerson } from "./keep-person.js";
export { requireMasterKeys, rotateMasterKey } from "./master-keys.js";
export { type Names, namesPerson } from "./name-forms.js";
export { PersonIndex } from "./person-index.js";
export { CaseKey, SealedIdentity } from "./sealed-identity.js";
export { recordLook, showIdentity } from "./show-identity.js";
export {
  END_SIGHT,
  lookAnew,
  lookAtPartner,
  lookAtProgramme,
  lookAtService,
} from "./travel/look-anew.js";
export {
  type OpenedPerson,
  openPerson,
  openSight,
  openSights,
  sealWords,
} from "./travel/open-person.js";
export { ReferralScope, TravelReason } from "./travel/referral-scope.js";
export { sightFields } from "./travel/sights.reads.js";
export {
  NO_WORDS,
  type ReferralWords,
  tell,
  ToldPerson,
} from "./travel/told-person.js";
export {
  doubtWords,
  MEANT,
  SensitiveWords,
} from "./wording/sensitive-words.js";
