// From how many days before its end an agreement is told as ending, wherever it is told.

/** From then on coordinators are asked what becomes of their referrals. */
export const ENDS_SOON = 90;
