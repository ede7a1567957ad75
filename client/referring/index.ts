// What other features take from referring: the dialog, and what a coordinator chooses by.
export { useAnswerMoments } from "./answer-moments.js";
export { AnswerTime } from "./AnswerTime.js";
export { awaitsPlan } from "./awaits-plan.js";
export { useCases } from "./case-in-mind.js";
export { CaseField } from "./CaseField.js";
export { ContactPersons } from "./ContactPersons.js";
export { IfNotAnswered } from "./fallbacks/IfNotAnswered.js";
export { OrderedServices } from "./fallbacks/OrderedServices.js";
export { identifyingIn } from "./identifying.js";
export { InDanger } from "./InDanger.js";
export { PersonPreview } from "./PersonPreview.js";
export { ReferDialog } from "./ReferDialog.js";
export { Refusal } from "./Refusal.js";
export { useSent } from "./sent-list.js";
export { useAwaitsHer } from "./use-awaits-her.js";
export { useTravel } from "./use-travel.js";
export { useSendReferral } from "./useSendReferral.js";
export { isNeverConfirmed, wouldWait } from "./would-wait.js";
