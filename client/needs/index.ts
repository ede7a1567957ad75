// What other features take of needs: the click after a referral that came to nothing, and after a search.
export { ReferralNeed } from "./ReferralNeed.js";
export { SearchNeed } from "./SearchNeed.js";
