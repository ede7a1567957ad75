// What other features take from the standards: the cards of a partner's page.
export { OpenActions } from "./OpenActions.js";
export { PartnerStandards } from "./PartnerStandards.js";
