// The door of what comes in and goes out by standards of others.
export type { Tally } from "./csv/import-list.js";
export { importList } from "./csv/import-list.js";
export { MappingUnusable, readMapping } from "./csv/mapping.js";
export { ListUnusable } from "./csv/read-lines.js";
export { findMappingFile, shippedMappings } from "./csv/shipped-mappings.js";
export { easesOf } from "./hsds/eases.js";
export { feeWords } from "./hsds/fees.js";
export { forWhomIn } from "./hsds/for-whom.js";
export { hsdsRoom } from "./hsds/hsds-room.js";
export { Publication } from "./hsds/publication.js";
export type { Asked, PublishedOffer } from "./hsds/published.reads.js";
export { findServices } from "./hsds/published.reads.js";
export { openFileRoom } from "./open-file/open-file-room.js";
export { importPackage } from "./package/import-package.js";
