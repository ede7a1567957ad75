// The door of the demo.
export { letDemoIn } from "./demo-accounts.js";
export { loadDemo } from "./load-demo.js";
export { resetDemo } from "./reset-demo.js";
