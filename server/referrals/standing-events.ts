// Events of a referral that move nothing: whoever follows it looks anew, and its way shows no step.

/** The partner sees its number alone from here on. */
export const SIGHT_ENDED = "SightEnded";

/** It sees again what was sent: what it rests on was renewed. */
export const SIGHT_BEGUN = "SightBegun";

/** What it rested on was taken back after its end. */
export const BASIS_TAKEN_BACK = "BasisTakenBack";

/** The partner has said what it must keep by law. */
export const KEEPING_CONFIRMED = "KeepingConfirmed";

/** Its partner suggests another service for the same person. */
export const SERVICE_SUGGESTED = "ServiceSuggested";

/** The coordinator has decided on that; how, is hers alone. */
export const SUGGESTION_DECIDED = "SuggestionDecided";
