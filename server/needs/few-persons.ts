// "Trzy osoby czekają": so small a number of people is told nowhere in the register, in words neither (domain 4.5).
import type { Words } from "../platform/graphql/words.js";

const FEW = `[1-4]|jedn(?:a|ą|ego|ej|emu|o|ym|i|e)|jeden|dw(?:a|aj|ie|oje|óch|oma|om)|tr(?:zy|zej|oje|zech|zem)|cztery|czter(?:ej|ech|em)|czworo|one|two|three|four`;
const PEOPLE = `os[oó]b\\p{L}*|rodzin\\p{L}*|mieszka(?:niec|nk|ńc)\\p{L}*|kobie[tc]\\p{L}*|mężczyzn\\p{L}*|senior\\p{L}*|dziec\\p{L}*|uczestni\\p{L}*|people|persons?|famil\\p{L}*|residents?|women|wom[ae]n|m[ae]n|child(?:ren)?|seniors?`;
/** One more word may stand between: "3 starsze osoby"; or the number behind: "osób: 3". */
const TELLING = new RegExp(
  `(?<![\\p{L}\\d.,:/–-])(?:${FEW})\\s+(?:\\p{L}+\\s+)?(?:${PEOPLE})(?!\\p{L})` +
    `|(?<!\\p{L})(?:${PEOPLE})\\s*[:–-]\\s*(?:${FEW})(?![\\p{L}\\d])`,
  "iu",
);

export const noFewPersons: Words = {
  pl: "Nie pisz, ilu osób to dotyczy, gdy jest ich mniej niż 5: w małej gminie widać wtedy, kto to jest.",
  en: "Do not write how many people it concerns where they are fewer than 5: in a small town that shows who it is.",
};

export function tellsFewPersons(text: string): boolean {
  return TELLING.test(text);
}
