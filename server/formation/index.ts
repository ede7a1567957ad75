// The door of formation.
export { NetworkFormationResolver } from "./formation.resolver.js";
export { NetworkAnalysis } from "./network-analysis.js";
export { StepTaken } from "./step-taken.js";
