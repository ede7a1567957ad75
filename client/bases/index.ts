// What other features take from bases: the card of a case, what is told of a person, and the words for it.
export { PreviewReferral } from "./bases.documents.js";
export { BasesCard } from "./BasesCard.js";
export { FieldNames } from "./FieldNames.js";
export { lastDayOf } from "./last-day.js";
export { type Told, ToldPerson } from "./ToldPerson.js";
