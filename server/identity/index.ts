// The door of identity.
export { Account } from "./account.js";
export { AccountIdentity } from "./account-identity.js";
export { Assignment } from "./assignment.js";
export {
  authenticate,
  authenticateAgain,
  membersOfOrganisation,
} from "./authenticate.reads.js";
export { authorize, signedIn } from "./authorize.js";
export { Centre, type PublicPage } from "./centre.js";
export { atEachCentre, eachCentre } from "./each-centre.js";
export { centreById, membershipsOf, sessionById } from "./identity.reads.js";
export {
  CentreResolver,
  SessionResolver,
  ViewerMembershipResolver,
  ViewerResolver,
} from "./identity.resolver.js";
export { IdentityLinkResolver } from "./identity-link.resolver.js";
export { unbindIdentities } from "./link-identity.js";
export { endAllSessions, lockAccount, unlockAccount } from "./lock-account.js";
export type { OpenedAccount } from "./open-account.js";
export { grantRoles, insertAccount, openAccount } from "./open-account.js";
export { openCentre } from "./open-centre.js";
export type { SessionToken } from "./open-session.js";
export { openSession, SecondFactorNeeded } from "./open-session.js";
export {
  hashPassword,
  newPasswordFits,
  newPasswordRule,
  passwordFits,
} from "./password.js";
export { resetSecondFactor } from "./remove-second-factor.js";
export { INSIDE, PARTNER_ROLES, Role } from "./role.js";
export { SecondFactor } from "./second-factor.js";
export { SecondFactorResolver } from "./second-factor.resolver.js";
export { Session, SESSION_DAYS } from "./session.js";
export { setOneTimePassword } from "./set-password.js";
export { asSignedIn, hasLapsed, SignedIn } from "./sign-in.js";
export { waysElsewhere } from "./sign-in-elsewhere.js";
export { switchMembership } from "./switch-membership.js";
export { takeRole } from "./take-role.js";
export { throttleOf, TOO_MANY_TRIES } from "./throttle.js";
export { Viewer, ViewerMembership } from "./viewer.js";
