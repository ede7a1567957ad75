// Who sees a suggestion and decides on it: who made it, and the coordinator of that referral; nobody else.
import { Role } from "../../identity/index.js";
import {
  all,
  any,
  own,
  role,
  self,
  still,
} from "../../platform/permission/expression.js";
import type { ServiceSuggestion } from "./suggestion.js";

type Row = Pick<
  ServiceSuggestion,
  "centreId" | "partnerId" | "senderAccountId"
>;

const coordinator = all<Row>(role(Role.KIPUS), self("senderAccountId"));

export const suggestionPolicy = {
  read: any<Row>(
    coordinator,
    all(still(Role.PARTNER_REFERRALS), own("partnerId")),
  ),
  /** Of a referral that the organisation answers; who left finishes what it has, and begins nothing. */
  make: all<Row>(role(Role.PARTNER_REFERRALS), own("partnerId")),
  decide: coordinator,
  /** Where its coordinator has left, which the database asks: without a word of the person. */
  closeInHerPlace: all<Pick<Row, "centreId">>(role(Role.OUS)),
};
