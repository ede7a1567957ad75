// The door of referrals.
export { EXPIRE_REFERRAL, referralTasks } from "./expire-referral.js";
export { referralEvent } from "./move-referral.js";
export { Referral, ReferralSubject } from "./referral.js";
export { ReferralResolver, ServiceQueueResolver } from "./referral.resolver.js";
export {
  CentreReferralsResolver,
  ReferralChangedResolver,
  ReferralFollowingResolver,
} from "./referral-list.resolver.js";
export { tokenCode } from "./referral-number.js";
export { ReferralStatus } from "./referral-status.js";
export { referralPolicy } from "./referrals.policy.js";
export { referralById } from "./referrals.reads.js";
export { ReferralMovesResolver } from "./referrals.resolver.js";
export { transitions } from "./transitions.js";
