// What other features take from the access log: who looked into one referral.
export { WhoLooked } from "./WhoLooked.js";
