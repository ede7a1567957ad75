// Who sees and keeps resources (domain 1.14, as the offer), and who asks for one, answers and takes back.
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import { all, any, own, role } from "../platform/permission/expression.js";
import type { LoanRequest } from "./loan-request.js";
import type { Resource } from "./resource.js";

type ResourceRow = Pick<Resource, "centreId" | "partnerId">;
type LoanRow = Pick<LoanRequest, "centreId" | "partnerId" | "askingPartnerId">;

const ofOwn = all<ResourceRow>(
  role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN),
  own("partnerId"),
);

export const resourcePolicy = {
  read: role<Pick<ResourceRow, "centreId">>(...INSIDE),
  /** The owner, or the hub on its behalf. */
  keep: any<ResourceRow>(role(Role.OUS), ofOwn),
  keepOwn: ofOwn,
  /** For the own organisation; that it is another's is a rule of the request. */
  ask: role<Pick<ResourceRow, "centreId">>(
    Role.PARTNER_EDITOR,
    Role.PARTNER_ADMIN,
    Role.OUS,
  ),
};

export const loanPolicy = {
  read: any<LoanRow>(
    role(Role.OUS),
    all(role(...PARTNER_ROLES), any(own("partnerId"), own("askingPartnerId"))),
  ),
  answer: any<LoanRow>(
    role(Role.OUS),
    all(role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN), own("partnerId")),
  ),
  /** Either side; who lends, what it promised. */
  takeBack: any<LoanRow>(
    role(Role.OUS),
    all(
      role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN),
      any(own("partnerId"), own("askingPartnerId")),
    ),
  ),
  takeBackUnanswered: any<LoanRow>(
    role(Role.OUS),
    all(role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN), own("askingPartnerId")),
  ),
};
