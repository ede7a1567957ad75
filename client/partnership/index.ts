// What other features show of partnerships.
export { MeetingLink } from "./MeetingLink.js";
export { NetworkStateNote } from "./NetworkStateNote.js";
export { NetworkTabs } from "./NetworkTabs.js";
export { ObstaclesCard } from "./ObstaclesCard.js";
export { RuleMark } from "./RuleMark.js";
export { StandingNotes } from "./StandingNotes.js";
export { WhoDoesWhat } from "./WhoDoesWhat.js";
