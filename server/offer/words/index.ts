// The door of the words: what a search means.
export {
  anyOf,
  likeWords,
  nearestTo,
  wordsMeant,
  written,
} from "./words-meant.js";
