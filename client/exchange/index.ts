// What both sides' pages take of their exchange about a referral: questions and answers, pausing and going on.
export { AskSheet } from "./AskSheet.js";
export { PauseCard } from "./PauseCard.js";
export { QuestionsCard } from "./QuestionsCard.js";
export { SuspendDialog } from "./SuspendDialog.js";
