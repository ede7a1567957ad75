// The door of the demo.
export { DEMO_PASSWORD, demoCentreId, loadDemo } from "./load-demo.js";
export { resetDemo } from "./reset-demo.js";
