// What other features show of partnerships.
export { NetworkTabs } from "./NetworkTabs.js";
export { WhoDoesWhat } from "./WhoDoesWhat.js";
