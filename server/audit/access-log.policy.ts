// Who may read the access log (domain 1.14): the data protection officer all of it, others their own part or its numbers.
import { Role } from "../identity/index.js";
import {
  all,
  any,
  fact,
  own,
  role,
  self,
} from "../platform/permission/expression.js";

interface AccessRow {
  centreId: string;
  partnerId: string | null;
  coordinatorAccountId: string | null;
  action: string;
}

type CentreRow = { centreId: string };

export const accessLogPolicy = {
  read: any<AccessRow>(
    role(Role.IOD, Role.DIRECTOR),
    all(role(Role.KIPUS), self("coordinatorAccountId")),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
    all(
      role(Role.SYSADMIN),
      fact(
        "action",
        "LOGIN",
        "LOGIN_FAILED",
        "PERMISSION_CHANGE",
        "CONFIG_CHANGE",
      ),
    ),
  ),
  chain: role<CentreRow>(Role.IOD, Role.DIRECTOR),
  count: role<CentreRow>(Role.OUS, Role.DIRECTOR, Role.IOD),
  export: role<CentreRow>(Role.IOD),
};
