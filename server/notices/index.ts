// The door of notices: what organisations are told by mail, and what they answer by its links.
export { ActionLink } from "./action-link.js";
export { composeConfirmation, CONFIRM_PLACES } from "./ask-to-confirm.js";
export { MailboxResolver } from "./mailbox.resolver.js";
export { LinkResolver } from "./notices.resolver.js";
export {
  composeStaleOffer,
  noticeTasks,
  remindStaleOffersHourly,
  STALE_OFFER,
} from "./remind-stale-offers.js";
export {
  ANSWER_REFERRAL,
  composeReferrals,
  tellOfReferral,
} from "./tell-of-referral.js";
