// What other features take of resources: the card of a partner's page.
export { ResourcesCard } from "./ResourcesCard.js";
