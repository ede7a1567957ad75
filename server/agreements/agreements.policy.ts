// Who may see agreements and what they hold, who keeps them, and who answers for a party (domain 1.14).
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import { all, any, party, role } from "../platform/permission/expression.js";
import type { Agreement } from "./agreement.js";

type Seen = Pick<Agreement, "centreId" | "partyIds">;

const signer = all<Seen>(role(Role.PARTNER_ADMIN), party("partyIds"));

export const agreementPolicy = {
  read: role<Pick<Agreement, "centreId">>(...INSIDE, Role.AUTHORITY, Role.IOD),
  /** A draft is the hub's until it is laid before its parties. */
  readDraft: role<Pick<Agreement, "centreId">>(
    Role.OUS,
    Role.DIRECTOR,
    Role.KIPUS,
    Role.OSL,
    Role.IOD,
  ),
  /** What is more than list, dates and parties. */
  readTerms: any<Seen>(
    role(
      Role.OUS,
      Role.KIPUS,
      Role.OSL,
      Role.DIRECTOR,
      Role.AUTHORITY,
      Role.IOD,
    ),
    all(role(...PARTNER_ROLES), party("partyIds")),
  ),
  readFinance: any<Seen>(role(Role.OUS, Role.DIRECTOR, Role.AUTHORITY), signer),
  /** Documents, and what parties say to the terms. */
  readPapers: any<Seen>(role(Role.OUS, Role.DIRECTOR), signer),
  record: role<Pick<Agreement, "centreId">>(Role.OUS),
  keep: role<Seen>(Role.OUS),
  /** Says yes or no, signs, or speaks for a party; for the hub its director. */
  answer: any<Seen>(role(Role.OUS, Role.DIRECTOR), signer),
  attach: any<Seen>(role(Role.OUS), signer),
};
