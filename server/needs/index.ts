// The door of needs.
export { Need } from "./need.js";
export type { GapKind, NeedEvidence, NeedStatus } from "./need-kind.js";
export { needById } from "./needs.reads.js";
export { NeedResolver, NetworkNeedsResolver } from "./needs.resolver.js";
