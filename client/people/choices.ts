// The choices of the forms about people and agreements, the usual first.
import type { AgreementKind, Role } from "../graphql/generated/graphql.js";

export const agreementKinds = [
  "COOPERATION",
  "GRANT_CONTRACT",
  "PROCUREMENT_CONTRACT",
  "COUNTY_AGREEMENT",
  "INTERMUNICIPAL",
  "ACCESSION",
  "INTERNAL_ASSIGNMENT",
] as const satisfies readonly AgreementKind[];

/** What the contact person of an organisation usually does there. */
export const contactRoles = [
  "PARTNER_ADMIN",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
] as const satisfies readonly Role[];
