// What other features may take of the offer.
export { CapacityStepper } from "./CapacityStepper.js";
