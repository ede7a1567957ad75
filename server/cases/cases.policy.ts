// Who may open a case, and see and change one: the coordinator whose it is, nobody else (domain 1.14).
import { Role } from "../identity/index.js";
import { all, role, self } from "../platform/permission/expression.js";
import type { Case } from "./case.js";

type CaseRow = Pick<Case, "centreId" | "coordinatorAccountId">;

export const casePolicy = {
  read: all<CaseRow>(role(Role.KIPUS), self("coordinatorAccountId")),
  open: role<Pick<CaseRow, "centreId">>(Role.KIPUS),
};
