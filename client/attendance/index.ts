// The door of attendance.
export { AttendanceCard } from "./AttendanceCard.js";
export { CompleteDialog } from "./CompleteDialog.js";
export { OftenAbsentTag } from "./OftenAbsentTag.js";
