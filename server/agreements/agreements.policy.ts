// Who may see agreements: their list, dates and parties (domain 1.14).
import { INSIDE, Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";
import type { Agreement } from "./agreement.js";

export const agreementPolicy = {
  read: role<Pick<Agreement, "centreId">>(...INSIDE, Role.AUTHORITY, Role.IOD),
  record: role<Pick<Agreement, "centreId">>(Role.OUS),
};
