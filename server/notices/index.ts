// The door of notices: what people are told by mail, and what they answer by its links.
import "./letters.js";

export { holderOf } from "./account-holder.js";
export { ActionLink } from "./action-link.js";
export { addresseeOf, contactOf, footerOf } from "./addressee.js";
export { CONFIRM_PLACES } from "./ask-to-confirm.js";
export { remindOfAppointment } from "./clocks/remind-of-appointments.js";
export { tellOfFallbacks } from "./clocks/tell-of-fallbacks.js";
export { tellOfGivenAnswer } from "./clocks/tell-of-given-answer.js";
export { askAboutNoShow } from "./clocks/tell-of-no-shows.js";
export { escalateEmergencies, tellOfExpiry } from "./clocks/tell-organisers.js";
export { MailboxResolver } from "./mailbox.resolver.js";
export { noticeTasks } from "./notice-tasks.js";
export { ConfirmationResolver, LinkResolver } from "./notices.resolver.js";
export { remindStaleOffersHourly } from "./remind-stale-offers.js";
export {
  ANSWERS_AGREEMENT,
  tellOfAgreementAnswers,
} from "./tell-of-agreement-answers.js";
export {
  CHANGES_AGREEMENT,
  tellOfAgreementNews,
} from "./tell-of-agreement-news.js";
export {
  ASKS_PARTIES,
  tellOfAwaitingAgreements,
} from "./tell-of-awaiting-agreements.js";
export { tellOfLeaving } from "./tell-of-leaving.js";
export {
  lookAfterContactsHourly,
  tellOfMissingContacts,
} from "./tell-of-missing-contacts.js";
export { tellOfReferrals } from "./tell-of-referral.js";
export { ANSWERS, tellSender } from "./tell-sender.js";
export { tellSuccessor } from "./tell-successor.js";
export { tellTeam } from "./tell-team.js";
export { endingTasks, warnOfEndingsHourly } from "./warn-of-endings.js";
