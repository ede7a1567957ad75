// The door of the log: units of work, request keys, and following what happened.
export { recordAccess, writeAccess } from "./access.js";
export { CaughtUp } from "./caught-up.js";
export type { LogEvent, NewEvent } from "./event.js";
export { FanOut } from "./fan-out.js";
export type { EventRow } from "./log.reads.js";
export {
  eventOf,
  NotTold,
  readEvents,
  readHead,
  requireReadable,
  tellOnlyReadable,
} from "./log.reads.js";
export { openLog } from "./open-log.js";
export { on, onAll } from "./reactions.js";
export { RequestKeyReused, takeRequestKey } from "./request-key.js";
export { LogSubscription } from "./stream.js";
export { tellOthers } from "./tell-others.js";
export type { Desk, Work } from "./transact.js";
export { transact } from "./transact.js";
export { startWake } from "./wake.js";
