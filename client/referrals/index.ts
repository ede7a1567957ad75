// What other features may take of the inbox.
export { RadioCards } from "./RadioCards.js";
