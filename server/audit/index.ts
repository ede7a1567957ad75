// The door of audit.
export { ActivityResolver, CentreActivityResolver } from "./audit.resolver.js";
