// What other features take of partners.
export { dataRoles } from "./choices.js";
