// Who may see agreements and what they hold, who keeps them, and who answers for a party (domain 1.14).
import { INSIDE, PARTNER_ROLES, Role } from "../identity/index.js";
import {
  all,
  any,
  fact,
  party,
  role,
  still,
} from "../platform/permission/expression.js";
import type { Agreement } from "./agreement.js";
import { SIGNED_ONCE } from "./agreement-kind.js";

type Seen = Pick<Agreement, "centreId" | "partyIds" | "presentIds">;
type Listed = Pick<Agreement, "centreId" | "partyIds" | "recordedStatus">;

const hub = [Role.OUS, Role.DIRECTOR, Role.KIPUS, Role.OSL, Role.IOD] as const;

/** What it agreed on stays an organisation's to read, also where it has left the network. */
const reader = all<Seen>(still(Role.PARTNER_ADMIN), party("presentIds"));
/** Speaks for a party that has not left. */
const signer = all<Seen>(role(Role.PARTNER_ADMIN), party("presentIds"));

export const agreementPolicy = {
  /** Who has agreements to look at: which of them, says `read`. */
  list: role<Pick<Agreement, "centreId">>(...INSIDE, Role.AUTHORITY, Role.IOD),
  /** The hub reads all, a party what was laid before it, everybody else what was ever signed. */
  read: any<Listed>(
    role(...hub),
    all(
      role(...INSIDE, Role.AUTHORITY),
      fact("recordedStatus", ...SIGNED_ONCE),
    ),
    all(
      still(...PARTNER_ROLES),
      party("partyIds"),
      fact(
        "recordedStatus",
        "IN_NEGOTIATION",
        "AGREED",
        "REJECTED",
        ...SIGNED_ONCE,
      ),
    ),
  ),
  /** All of them, drafts and talks too. */
  readAll: role<Pick<Agreement, "centreId">>(...hub),
  /** What was laid before the own organisation. */
  readOwn: still<Pick<Agreement, "centreId">>(...PARTNER_ROLES),
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
    all(still(...PARTNER_ROLES), party("presentIds")),
  ),
  /** Versions that were in force before the own organisation left. */
  readFormer: all<Seen>(still(...PARTNER_ROLES), party("partyIds")),
  readFinance: any<Seen>(role(Role.OUS, Role.DIRECTOR, Role.AUTHORITY), reader),
  readFormerFinance: all<Seen>(still(Role.PARTNER_ADMIN), party("partyIds")),
  /** Documents, and what parties say to the terms. */
  readPapers: any<Seen>(role(Role.OUS, Role.DIRECTOR), reader),
  record: role<Pick<Agreement, "centreId">>(Role.OUS),
  keep: role<Pick<Agreement, "centreId">>(Role.OUS),
  /** Says yes or no, signs, or speaks for a party; for the hub its director. */
  answer: any<Seen>(role(Role.OUS, Role.DIRECTOR), signer),
  attach: any<Seen>(role(Role.OUS), signer),
};
