// The door of needs.
export { CentrePlace } from "./centre-place.js";
export { Need } from "./need.js";
export { NeedComment } from "./need-comment.js";
export type {
  GapKind,
  NeedEvidence,
  NeedStatus,
  PlannedAnswer,
} from "./need-kind.js";
export { NeedReport } from "./need-report.js";
export { needById } from "./needs.reads.js";
export {
  NeedCommentResolver,
  NeedResolver,
  NetworkNeedsResolver,
} from "./needs.resolver.js";
export {
  CentreNeedsResolver,
  NeedRegisterResolver,
  NeedReportedResolver,
} from "./register.resolver.js";
export {
  NeedReportResolver,
  ReferralNeedResolver,
} from "./reports.resolver.js";
