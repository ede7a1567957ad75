// The door of what comes in and goes out by standards of others.
export type { Tally } from "./csv/import-list.js";
export { importList, ListUnusable } from "./csv/import-list.js";
export { MappingUnusable, readMapping } from "./csv/mapping.js";
export { findMappingFile, shippedMappings } from "./csv/shipped-mappings.js";
export { hsdsRoom } from "./hsds/hsds-room.js";
