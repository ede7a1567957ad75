// What other features take from the access log: who looked into one referral.
export { useLastShown } from "./use-last-shown.js";
export { WhoLooked } from "./WhoLooked.js";
