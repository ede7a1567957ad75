// The door of the forum.
export { meetingsBeforeStopping } from "./before-stopping.js";
export { meetingById } from "./forum.reads.js";
export {
  MeetingAttendanceResolver,
  MeetingResolver,
  NetworkMeetingsResolver,
} from "./forum.resolver.js";
export type { MeetingKind } from "./meeting.js";
export { Meeting, MeetingAttendance } from "./meeting.js";
