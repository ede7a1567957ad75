// What other features take from referring: the dialog, and what a coordinator chooses by.
export { AnswerTime } from "./AnswerTime.js";
export { useCases } from "./case-in-mind.js";
export { ContactPersons } from "./ContactPersons.js";
export { awaitsPlan } from "./left-behind.js";
export { ReferDialog } from "./ReferDialog.js";
export { senderRoles, useSent } from "./sent-list.js";
export { isNeverConfirmed, wouldWait } from "./would-wait.js";
