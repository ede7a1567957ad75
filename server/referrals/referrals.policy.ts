// Who may see and move referrals (domain 1.14): the sender, the partner's team, and the hub without identity.
import { Role } from "../identity/index.js";
import {
  all,
  any,
  type Expression,
  fact,
  own,
  role,
  self,
  still,
} from "../platform/permission/expression.js";
import type { Referral } from "./referral.js";
import { ReferralStatus } from "./referral-status.js";

export type ReferralRow = Pick<
  Referral,
  "centreId" | "partnerId" | "senderAccountId" | "status"
>;
type Seen = ReferralRow & Pick<Referral, "vanished">;
/** Where what was written of the person is asked for. */
type Written = ReferralRow & Pick<Referral, "basisWithdrawn">;

const sent = fact<ReferralRow>(
  "status",
  ...Object.values(ReferralStatus).filter((status) => status !== "DRAFT"),
);
/** What a person was told on is not taken back, also after the end. */
const basisHolds = fact<Written>("basisWithdrawn", false);
/** A withdrawn one takes along what was written about it. */
const notWithdrawn = all<Written>(
  basisHolds,
  fact(
    "status",
    ...Object.values(ReferralStatus).filter((status) => status !== "WITHDRAWN"),
  ),
);
const sender = all<ReferralRow>(role(Role.KIPUS), self("senderAccountId"));
const inbox = all<ReferralRow>(still(Role.PARTNER_REFERRALS), own("partnerId"));

export const referralPolicy = {
  /** What was withdrawn unopened is the partner's as little as what is another's. */
  read: any<Seen>(
    sender,
    all(sent, role(Role.OUS)),
    all(
      sent,
      fact<Seen>("vanished", false),
      still(Role.PARTNER_REFERRALS, Role.PARTNER_ADMIN),
      own("partnerId"),
    ),
  ),
  /** Case and own reference. */
  readSubject: sender,
  send: role<Pick<ReferralRow, "centreId">>(Role.KIPUS),
  open: inbox,
  accept: inbox,
  decline: inbox,
  waitlist: inbox,
  offerPlace: inbox,
  askAbout: inbox,
  answerQuestion: sender,
  /** What both sides wrote to each other. */
  readMessages: any<Written>(all(inbox, notWithdrawn), sender),
  /** Said to the other side, and to nobody around. */
  readWithdrawReason: any<Written>(all(inbox, basisHolds), sender),
  confirmPlace: sender,
  /** Whoever bears it is let in: of who sends and who answers, and nobody around. */
  readCode: any<ReferralRow>(inbox, sender),
  /** Whoever lets in who comes with a card of her own organisation. */
  atTheDoor: all<Pick<ReferralRow, "centreId" | "partnerId">>(
    still(Role.PARTNER_REFERRALS),
    own("partnerId"),
  ),
  start: inbox,
  complete: inbox,
  discontinue: any<ReferralRow>(inbox, sender),
  suspend: any<ReferralRow>(inbox, sender),
  withdraw: sender,
  showPerson: inbox,
  confirmKeeping: inbox,
  readKeeping: any<ReferralRow>(
    sender,
    all(still(Role.PARTNER_REFERRALS, Role.PARTNER_ADMIN), own("partnerId")),
  ),
  printSlip: sender,
  readAppointment: any<Written>(all(inbox, notWithdrawn), sender),
  readAttendance: any<ReferralRow>(inbox, sender),
  readResult: any<Written>(all(inbox, notWithdrawn), sender),
  arrangeAppointment: inbox,
  askForAnotherDate: sender,
  noteAppearance: inbox,
  recordAttendance: inbox,
  answerNoShow: sender,
  planContinuation: sender,
  /** Where it goes next if nobody takes it. */
  planFallbacks: sender,
  /** Where the sender coordinates nobody any more. */
  planInHerPlace: any<ReferralRow>(sender, all(sent, role(Role.OUS))),
};

/** Who plans what becomes of a referral when its agreement ends. */
export function planningOf(hasSenderLeft: boolean): Expression<ReferralRow> {
  return hasSenderLeft
    ? referralPolicy.planInHerPlace
    : referralPolicy.planContinuation;
}
