// What the settlement of agreements gives other pages: the way there from a partner.
export { SettlementsCard } from "./SettlementsCard.js";
