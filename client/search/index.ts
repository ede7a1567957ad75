// What other features take from the search: the way to a ready one.
export { searchOf } from "./search-address.js";
