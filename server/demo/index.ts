// The door of the demo.
export { loadDemo } from "./load-demo.js";
export { resetDemo } from "./reset-demo.js";
