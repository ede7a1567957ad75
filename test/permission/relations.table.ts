// The table of rights for relations that no column has: each gets in every row what another column gets, but for rows named here.
import type { ActorName } from "./cast.js";

export interface Relation {
  who: "peer" | "stranger" | "locked" | "unassigned" | "expired" | "signed out";
  /** The column whose marks are hers. */
  as: ActorName;
  because: string;
}

export const relations: readonly Relation[] = [
  {
    who: "peer",
    as: "foreign",
    because:
      "an agreement in force opens the way of referrals, not what another organisation reads",
  },
  {
    who: "stranger",
    as: "foreign",
    because: "an organisation of the centre without agreement and membership",
  },
  {
    who: "locked",
    as: "anonymous",
    because: "her account is locked, her token is as none",
  },
  {
    who: "unassigned",
    as: "anonymous",
    because: "what she was assigned to has ended",
  },
  {
    who: "expired",
    as: "anonymous",
    because: "her session has passed its time",
  },
  {
    who: "signed out",
    as: "anonymous",
    because: "her session was ended on another device",
  },
];
