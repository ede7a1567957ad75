// The door of partners.
export { looksKnown, numberTaken } from "./change-partner.js";
export { PartnerLooksKnown } from "./change-partner-input.js";
export { ContactPerson } from "./contact-person.js";
export { ContactPersonResolver } from "./contacts.resolver.js";
export { DisclosureLevel, reachesLevel } from "./disclosure-level.js";
export { enterPartner } from "./enter-partner.js";
export { lockNumbers, lookAlikes, takenNumber } from "./look-alike.js";
export { Partner } from "./partner.js";
export {
  Accessibility,
  aimByType,
  type StatutoryProviderKind,
} from "./partner-entry.js";
export { StakeholderType } from "./partner-filter.js";
export {
  canBeUnit,
  DataRole,
  PartnerKind,
  type PartnerStatus,
  Sector,
  sectorOf,
} from "./partner-kind.js";
export { contactPersonPolicy, partnerPolicy } from "./partners.policy.js";
export {
  contactPersonById,
  contactPersonsOfPartner,
  likeText,
  partnerById,
} from "./partners.reads.js";
export {
  CentrePartnersResolver,
  PartnerResolver,
  ViewerMembershipPartnerResolver,
  ViewerPartnerResolver,
} from "./partners.resolver.js";
export { personToReach } from "./reach.js";
export { PartnerRegisterResolver } from "./register.resolver.js";
export {
  cleanNumber,
  isKrs,
  isNip,
  isPhone,
  isPostcode,
  isRegon,
  isTerc,
  isWebAddress,
  phoneNumber,
} from "./register-number.js";
