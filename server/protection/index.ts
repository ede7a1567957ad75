// The door of protection: what a resident has a right to, and the desk of the data protection officer.
export { CasePapersResolver } from "./case-papers.resolver.js";
export { casePaperDoor } from "./papers/case-paper-door.js";
