// What other pages show of the beginning of the day.
export { AwaitsCard } from "./AwaitsCard.js";
