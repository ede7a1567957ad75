// The door of first appointments.
export { AcceptDate } from "./AcceptDate.js";
export { AppointmentTag } from "./AppointmentTag.js";
export { PaperNote } from "./PaperNote.js";
export { PartnerAppointment } from "./PartnerAppointment.js";
export { SenderAppointment } from "./SenderAppointment.js";
export { useToldOfAppointment } from "./use-told-of-appointment.js";
