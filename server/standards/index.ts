// The door of standards.
export { actionsBeforeLeaving } from "./actions-before-leaving.js";
export { followStandardsHourly, standardTasks } from "./follow-standards.js";
export { QualityStandard } from "./quality-standard.js";
export { ServiceStandard, StandardCheck } from "./standard-check.js";
export { StandardComment } from "./standard-comment.js";
export { CriterionResult } from "./standard-kind.js";
export { standardPolicy } from "./standards.policy.js";
export {
  checksUpTo,
  standardById,
  standardOfService,
} from "./standards.reads.js";
export {
  CentreStandardsResolver,
  QualityStandardResolver,
  ServiceStandardResolver,
  StandardCheckResolver,
  StandardCommentResolver,
} from "./standards.resolver.js";
