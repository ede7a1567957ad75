// What the report of benefits gives other pages: its card beside an organisation.
export { CooperationCard } from "./CooperationCard.js";
