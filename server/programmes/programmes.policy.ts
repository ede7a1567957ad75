// Who may see and keep programmes, and who may put a service under one (domain 1.14, 2.7).
import { PARTNER_ROLES, Role } from "../identity/index.js";
import type { Service } from "../offer/index.js";
import {
  all,
  any,
  fact,
  own,
  role,
} from "../platform/permission/expression.js";

/** A programme as somebody stands to it. */
export interface ProgrammeRow {
  centreId: string;
  /** The actor's organisation is in its partnership or was until that closed, or has a service under it. */
  takesPart: boolean;
}

type ServiceRow = Pick<Service, "centreId" | "partnerId">;

interface MoneyRow {
  centreId: string;
  partnerId: string | null;
}

const READS_MONEY = [Role.OUS, Role.DIRECTOR, Role.AUTHORITY] as const;

export const programmePolicy = {
  read: any<ProgrammeRow>(
    role(
      Role.OUS,
      Role.KIPUS,
      Role.OSL,
      Role.DIRECTOR,
      Role.RESIDENT_REP,
      Role.AUTHORITY,
      Role.IOD,
    ),
    all(role(...PARTNER_ROLES), fact("takesPart", true)),
  ),
  keep: role<Pick<ProgrammeRow, "centreId">>(Role.OUS),
  /** The money of a row of the plan: as that of an agreement. */
  readMoney: any<MoneyRow>(
    role(...READS_MONEY),
    all(role(Role.PARTNER_ADMIN), own("partnerId")),
  ),
  readAllMoney: role<Pick<ProgrammeRow, "centreId">>(...READS_MONEY),
  /** The organiser, and who keeps the offer that the service belongs to. */
  putService: any<ServiceRow>(
    role(Role.OUS),
    all(role(Role.PARTNER_EDITOR, Role.PARTNER_ADMIN), own("partnerId")),
  ),
};
