// The door of letters: writing them, wording them, and the job that sends them.
export type { Composed } from "./composers.js";
export { composes } from "./composers.js";
export { Letter } from "./letter.js";
export { nextWorkingDayAt, outsideQuietHours } from "./quiet-hours.js";
export { letterTasks } from "./send-letter.js";
export { writeLetter, writeLetters } from "./write-letter.js";
