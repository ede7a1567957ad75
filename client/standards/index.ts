// What other features take from the standards: the card of a partner's page.
export { PartnerStandards } from "./PartnerStandards.js";
