// The door of referrals.
export { acceptReferral } from "./accept-referral.js";
export { Appointment } from "./appointments/appointment.js";
export {
  AppointmentReferralResolver,
  AppointmentResolver,
} from "./appointments/appointments.resolver.js";
export { missedUntil, undecidedFrom } from "./appointments/undecided.js";
export {
  absencesInRow,
  Attendance,
  AttendanceState,
} from "./attendance/attendance.js";
export {
  AttendanceLineResolver,
  ReferralAttendanceResolver,
  ServiceAttendanceResolver,
} from "./attendance/attendance.resolver.js";
export { Chain, FallbackRow, FALLBACKS_MOVED } from "./chain/chain.js";
export {
  FallbackPlanResolver,
  FallbackResolver,
  ReferralFallbacksResolver,
} from "./chain/chain.resolver.js";
export { escalatesAt } from "./chain/escalation.js";
export { askToMoveOn } from "./chain/move-on.js";
export { Continuation } from "./continuation.js";
export {
  ContinuationResolver,
  OpenUnderAgreementResolver,
} from "./continuation.resolver.js";
export {
  openReferralsWithoutPlan,
  plansBeforeEnd,
} from "./continuations.reads.js";
export { declineReferral } from "./decline-referral.js";
export { ReferralDoorResolver } from "./door/door.resolver.js";
export { ServiceEndingResolver } from "./ending/ending.resolver.js";
export { EXPIRE_REFERRAL } from "./expire-referral.js";
export { plansBeforeLeaving } from "./leaving.reads.js";
export { HandOverResolver, PartnerLeavesResolver } from "./leaving.resolver.js";
export { findReferral, referralEvent } from "./move-referral.js";
export { openReferral } from "./open-referral.js";
export { ReferralQuestionsResolver } from "./questions/questions.resolver.js";
export { ReferralMessage } from "./questions/referral-message.js";
export { offerFreedPlacesHourly } from "./queue/offer-freed-place.js";
export { Referral, ReferralSubject } from "./referral.js";
export { ReferralResolver, ServiceQueueResolver } from "./referral.resolver.js";
export {
  CentreReferralsResolver,
  ReferralChangedResolver,
  ReferralFollowingResolver,
} from "./referral-list.resolver.js";
export { tokenCode } from "./referral-number.js";
export {
  DeclineReason,
  DiscontinueReason,
  ReferralStatus,
} from "./referral-status.js";
export { referralTasks } from "./referral-tasks.js";
export { referralPolicy } from "./referrals.policy.js";
export { BESIDE_THE_WAY, referralById } from "./referrals.reads.js";
export { ReferralMovesResolver } from "./referrals.resolver.js";
export {
  ServiceSuggestion,
  SuggestionDecision,
} from "./suggestions/suggestion.js";
export { suggestionById } from "./suggestions/suggestions.reads.js";
export {
  ReferralSuggestionsResolver,
  ServiceSuggestionResolver,
} from "./suggestions/suggestions.resolver.js";
export { ReferralSuspensionResolver } from "./suspension/suspension.resolver.js";
export { mayMove, openStates, transitions } from "./transitions.js";
export { ReferralTravelResolver } from "./travel/travel.resolver.js";
export { waitlistReferral } from "./waitlist-referral.js";
export { ReferralKeeping } from "./withdrawal/keeping.js";
export { restingOn } from "./withdrawal/withdraw-basis.js";
export { WITHDRAW_RESTING } from "./withdrawal/withdraw-resting.js";
