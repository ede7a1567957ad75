// What agreements give other pages: what stands between the centre and a partner, and what of it should worry.
export { AgreementWarnings } from "./AgreementWarnings.js";
export { PartnerAgreementsCard } from "./PartnerAgreementsCard.js";
