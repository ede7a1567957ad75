// The door of the pages for residents.
export { residentsRoom } from "./residents-room.js";
export { robotsRoom, sitemapRoom } from "./search-engines.js";
