// The door of protection: what a resident has a right to, and the desk of the data protection officer.
export { CasePapersResolver } from "./case-papers.resolver.js";
export {
  CentreKeepingResolver,
  ProtectionRunResolver,
} from "./keeping.resolver.js";
export {
  keepToRules,
  keepToRulesDaily,
  protectionTasks,
} from "./keeping/keep-to-rules.js";
export { ProtectionRules } from "./keeping/protection-rules.js";
export { casePaperDoor } from "./papers/case-paper-door.js";
export { BreachResolver, CentreRightsResolver } from "./rights.resolver.js";
export { Breach, BreachStep } from "./rights/breach.js";
export { ResidentRequest } from "./rights/resident-request.js";
