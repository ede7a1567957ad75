// The door of agreements.
export { Agreement, AgreementParty } from "./agreement.js";
export { AgreementKind, AgreementStatus } from "./agreement-kind.js";
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
