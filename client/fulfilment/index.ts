// What the settlement of agreements gives other pages: the way there from a partner, and what is short under agreements.
export { OpenShortfalls } from "./OpenShortfalls.js";
export { SettlementsCard } from "./SettlementsCard.js";
