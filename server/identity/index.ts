// The door of identity.
export { Account } from "./account.js";
export { Assignment } from "./assignment.js";
export { authenticate, authenticateAgain } from "./authenticate.reads.js";
export { authorize, signedIn } from "./authorize.js";
export { Centre } from "./centre.js";
export { centreById } from "./identity.reads.js";
export {
  CentreResolver,
  SessionResolver,
  ViewerMembershipResolver,
  ViewerResolver,
} from "./identity.resolver.js";
export { hashPassword, oneTimePassword } from "./password.js";
export { INSIDE, PARTNER_ROLES, Role } from "./role.js";
export { Session } from "./session.js";
export { Viewer, ViewerMembership } from "./viewer.js";
