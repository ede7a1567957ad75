// The door of people: invitations, forgotten passwords, and the duties of those who act for an organisation.
import "./letters.js";

export { AccountLinkResolver } from "./account-link.resolver.js";
export { peopleTasks } from "./answer-password-reset.js";
export { endAllDuties } from "./end-duties.js";
export { Invitation } from "./invitation.js";
export { narrowWhoLeft } from "./narrow-who-left.js";
export { PasswordReset } from "./password-reset.js";
export { peoplePolicy } from "./people.policy.js";
export {
  AssigneeResolver,
  InvitationResolver,
  PartnerPeopleResolver,
} from "./people.resolver.js";
