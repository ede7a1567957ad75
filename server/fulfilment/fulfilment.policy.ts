// Who sees and keeps the accounts of an agreement (domain 1.14, agreement finance): the buyer, the organisation's own admin, and those who look over them.
import { Role } from "../identity/index.js";
import {
  all,
  any,
  own,
  role,
  still,
} from "../platform/permission/expression.js";

export interface AccountsRow {
  centreId: string;
  partnerId: string;
}

const buyer = role<AccountsRow>(Role.OUS);
const provider = all<AccountsRow>(still(Role.PARTNER_ADMIN), own("partnerId"));

export const fulfilmentPolicy = {
  read: any<AccountsRow>(
    role(Role.OUS, Role.DIRECTOR, Role.AUTHORITY),
    provider,
  ),
  order: buyer,
  report: provider,
  draft: buyer,
  /** For the centre. */
  confirmForHub: buyer,
  /** For the organisation. */
  confirmForPartner: provider,
  confirm: any<AccountsRow>(buyer, provider),
  raise: buyer,
  answer: provider,
  close: buyer,
};
