// The door of needs.
export { Need } from "./need.js";
export { needById } from "./needs.reads.js";
export { NeedResolver, NetworkNeedsResolver } from "./needs.resolver.js";
