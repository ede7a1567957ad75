// The door of referrals.
export { EXPIRE_REFERRAL, referralTasks } from "./expire-referral.js";
export { referralEvent } from "./move-referral.js";
export { Referral, ReferralSubject } from "./referral.js";
export {
  CentreReferralsResolver,
  ReferralChangedResolver,
  ReferralResolver,
  ServiceQueueResolver,
} from "./referral.resolver.js";
export { ReferralStatus } from "./referral-status.js";
export { referralPolicy } from "./referrals.policy.js";
export { referralById } from "./referrals.reads.js";
export { ReferralMovesResolver } from "./referrals.resolver.js";
export { nextNumber, tokenCode } from "./send-referral.js";
export { transitions } from "./transitions.js";
