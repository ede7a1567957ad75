// Events of a referral that move nothing: whoever follows it looks anew, and its way shows no step.

/** The partner sees its number alone from here on. */
export const SIGHT_ENDED = "SightEnded";

/** The partner has said what it must keep by law. */
export const KEEPING_CONFIRMED = "KeepingConfirmed";
