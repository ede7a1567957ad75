// Whether free text says where somebody lives: the street of the case in each form that Polish gives it, or a village with the number of the house.
import { folded, formsOf } from "../name-forms.js";
import { wordsOf } from "../person-index.js";

interface Street {
  forms: ReadonlySet<string>;
  house: string | null;
  /** A street of its own name tells enough; a village, or a word of every sentence, only with the house. */
  tellsAlone: boolean;
}

const STREET =
  /^(ul|ulica|ulicy|al|aleja|alei|aleje|os|osiedle|osiedlu|pl|plac|placu)$/;
const WITHIN = /^(m|mieszkanie|lok|lokal|nr|dom|kl|klatka|pietro)$/;
const HOUSE = /^\d+[a-z]?$/;
const AREA = /^(pow|powiat|gm|gmina|woj|województwo|poczta)\b/i;
const TIME = /\b\d{1,2}[:.]\d\d\b/g;

/** Streets are called so, and so is half of what else is said of a service; months among them. */
const ORDINARY = [
  ...["now", "star", "dobr", "dlug", "krotk", "cich", "wysok", "szerok"],
  ...["szkoln", "sportow", "glown", "zdrow", "woln", "spokojn", "wiejsk"],
  ...["miejsk", "mlodych", "rynek", "rynk", "pokoj", "prac", "wolnosc"],
  ...["maj", "listopad", "styczni", "czerwc", "lipc", "sierpni", "wrzesni"],
  ...["domow", "rodzinn", "spoleczn", "sasiedzk", "wsparci", "pomoc"],
  ...["kolejow", "parkow", "ogrodow", "lesn", "poln", "slonecz", "kwiatow"],
  ...["koscieln", "handlow", "rolnicz", "fabryczn", "warsztatow", "gorsk"],
];

/** Plural names of villages: Olszyny, z Olszyn, w Olszynach. */
const PLURAL = ["", "y", "i", "e", "ach", "om", "ami", "ow"];

function formsOfPlace(word: string): string[] {
  const plain = wordsOf(word).join("");
  const stem = plain.slice(0, -1);
  return [
    ...formsOf(word, true),
    ...(/[yie]$/.test(plain) ? PLURAL.map((ending) => stem + ending) : []),
  ];
}

const SHORTEST = 4;

/** The words and the house of each part that has a house, or is said to be a street. */
function streetsOf(place: string): Street[] {
  const parts = place
    .split(/[,;\n]+/)
    .map((part) => part.replace(/\b\d\d-\d{3}\b/, " ").trim())
    .filter((part) => part !== "" && !AREA.test(part));
  return parts.flatMap((part) => {
    const words = split(part);
    const plain = words.map((word) => wordsOf(word).join(""));
    const isStreet = plain.some((word) => STREET.test(word));
    const named = words.filter(
      (word, at) =>
        word.length >= SHORTEST &&
        /^\p{L}/u.test(word) &&
        !STREET.test(plain[at] ?? "") &&
        !WITHIN.test(plain[at] ?? ""),
    );
    const last = named.at(-1) ?? "";
    const house = houseAfter(plain.slice(words.lastIndexOf(last) + 1));
    if (!isStreet && house === null) return [];
    // where a town stands beside it, or it reads like "Lipowa", a house has a street
    const hasStreet =
      isStreet || parts.length > 1 || /[wnkc]a$/.test(plain[0] ?? "");
    return named.map((word) => ({
      forms: new Set(formsOfPlace(word)),
      house,
      tellsAlone:
        hasStreet &&
        !ORDINARY.some((stem) => wordsOf(word).join("").startsWith(stem)),
    }));
  });
}

/** The house, not the flat: "5/12", "5 m. 12". */
function houseAfter(words: readonly string[]): string | null {
  return words.find((word) => HOUSE.test(word)) ?? null;
}

function split(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** "Lipowa 3", "Olszyny nr 3". */
function houseNext([next, after]: readonly string[]): string | undefined {
  return next !== undefined && WITHIN.test(next) ? after : next;
}

/** Whether a text says the place of a case, in whatever form. */
export function tellsPlace(text: string, place: string | null): boolean {
  if (!place) return false;
  const words = split(text.replace(TIME, " ")).map(folded);
  return streetsOf(place).some(({ forms, house, tellsAlone }) =>
    words.some(
      (word, at) =>
        forms.has(word) &&
        (tellsAlone ||
          (house !== null &&
            houseNext(words.slice(at + 1, at + 3)) === house) ||
          STREET.test(words[at - 1] ?? "")),
    ),
  );
}
