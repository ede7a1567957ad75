// The door of agreements.
export { Agreement } from "./agreement.js";
export { AgreementDocument } from "./agreement-document.js";
export { AgreementFinance } from "./agreement-finance.js";
export { AgreementKind, AgreementStatus } from "./agreement-kind.js";
export { AgreementParty } from "./agreement-party.js";
export { AgreementRemark } from "./agreement-remark.js";
export { AgreementTask } from "./agreement-task.js";
export {
  AgreementVersion,
  AgreementVersionParty,
} from "./agreement-version.js";
export { agreementPolicy } from "./agreements.policy.js";
export { agreementById, standingOfPartner } from "./agreements.reads.js";
export {
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
export { recordAgreement } from "./record-agreement.js";
export {
  carryingAgreement,
  obstacleOf,
  refreshScope,
  scopeNewService,
  standingOf,
} from "./scope.js";
export { ServiceInScope } from "./service-in-scope.js";
