// The door of needs.
export { Need } from "./need.js";
export { NeedComment } from "./need-comment.js";
export type { GapKind, NeedEvidence, NeedStatus } from "./need-kind.js";
export { needById } from "./needs.reads.js";
export {
  NeedCommentResolver,
  NeedResolver,
  NetworkNeedsResolver,
} from "./needs.resolver.js";
