// The door of the commands.
export { Counter } from "./counter.js";
export { centreHelp, runCentre } from "./run-centre.js";
export { importHelp, runImport } from "./run-import.js";
