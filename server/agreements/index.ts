// The door of agreements.
export { Agreement } from "./agreement.js";
export { AgreementDocument } from "./agreement-document.js";
export { AgreementDocumentResolver } from "./agreement-document.resolver.js";
export { AgreementFinance } from "./agreement-finance.js";
export type { GrantForm, TaskPart } from "./agreement-kind.js";
export { AgreementKind, AgreementStatus } from "./agreement-kind.js";
export { AgreementLifeResolver } from "./agreement-life.resolver.js";
export { CentreAgreementsResolver } from "./agreement-list.resolver.js";
export {
  AgreementPartsResolver,
  AgreementPartyResolver,
  AgreementRemarkResolver,
  AgreementTaskResolver,
  AgreementTermsResolver,
  AgreementVersionResolver,
  ServiceInScopeResolver,
  VersionSignatureResolver,
} from "./agreement-parts.resolver.js";
export { AgreementParty } from "./agreement-party.js";
export { AgreementRemark } from "./agreement-remark.js";
export { AgreementTask } from "./agreement-task.js";
export { AgreementTerms } from "./agreement-terms.js";
export {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
export { agreementPolicy } from "./agreements.policy.js";
export { agreementById, standingOfPartner } from "./agreements.reads.js";
export {
  AgreementLeavingResolver,
  AgreementResolver,
  PartnerAgreementsResolver,
  ServiceScopeResolver,
} from "./agreements.resolver.js";
export type { DueRule } from "./answer-time.js";
export {
  dueAt,
  dueRule,
  ReferralPriority,
  wordsOfRule,
} from "./answer-time.js";
export { agreementsBeforeLeaving } from "./before-leaving.js";
export { knowProgrammes, type Programmes } from "./carried-programme.js";
export {
  agreementsInForce,
  carryingAgreement,
  disclosureLimit,
} from "./carrying.js";
export { documentDoor } from "./document-door.js";
export { type Ending, guardEnding } from "./ending.js";
export { agreementTasks, followAgreementsHourly } from "./follow-agreements.js";
export { obstacleOf } from "./obstacle.js";
export { paperDoor } from "./paper/paper-door.js";
export { partWithWhoLeft } from "./part-with-who-left.js";
export { dueAfterPause } from "./paused-time.js";
export { recordAgreement } from "./record-agreement.js";
export { refreshScope, scopeNewService } from "./scope.js";
export { followScope } from "./scope-follower.js";
export { ServiceInScope } from "./service-in-scope.js";
export {
  holdStanding,
  holdStandings,
  lastDayOf,
  type Standing,
  standingFrom,
  standingOf,
  statusFor,
} from "./standing.js";
