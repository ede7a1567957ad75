// The door of what is done at a door.
export { doorAddress } from "./code-in-address.js";
