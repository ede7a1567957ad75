// The forms that Polish gives a name, so that free text can be looked through for it: by endings, not by beginnings.
import type { CaseIdentity } from "./case-identity.js";
import { wordsOf } from "./person-index.js";

/** What is known of who somebody is, and where she lives. */
export type Names = Pick<CaseIdentity, "name" | "surname"> &
  Partial<Pick<CaseIdentity, "place">>;

const NOUN_A = ["a", "y", "i", "e", "ie", "o", "u"];
const NOUN = ["", "a", "owi", "em", "iem", "e", "ie", "u", "y", "i"];
const SOFT_NOUN = ["", "ia", "iowi", "iem", "iu", "i"];
const PLURAL = ["owie", "ow", "om", "ami", "ach"];
const SOFT_PLURAL = ["iowie", "iow", "iom", "iami", "iach"];
const WIFE_AND_DAUGHTER = ["owa", "owej", "owna", "owny", "ownie", "owne"];
const ADJECTIVE = [
  ...["y", "i", "a", "e", "o", "ego", "emu", "ym", "ej", "ych", "ymi"],
  ...["iego", "iemu", "im", "iej", "ie", "ich", "imi"],
];

const joined = (stem: string, endings: readonly string[]) =>
  endings.map((ending) => stem + ending);

/** What becomes of a consonant before -e: Monika, Monice. */
const BEFORE_E: readonly [RegExp, string][] = [
  [/k$/, "c"],
  [/g$/, "dz"],
  [/ch$/, "sz"],
  [/h$/, "z"],
  [/r$/, "rz"],
  [/st$/, "sci"],
  [/zd$/, "zdzi"],
  [/t$/, "ci"],
  [/d$/, "dzi"],
];

/** A vowel that goes as soon as anything follows: Marek, Marka; Stępień, Stępnia; Orzeł, Orła; Kocioł, Kotła. */
const SHORTENED: readonly [RegExp, string][] = [
  [/rze([lc])$/, "r$1"],
  [/cio(l)$/, "t$1"],
  [/(d)zien$/, "$1n"],
  [/cien$/, "tn"],
  [/([^aeiouy])i?e([kclrnw])$/, "$1$2"],
  [/io(l)$/, "$1"],
];

/** "Wolne miejsce", "na stałe", "pilne": what a sentence about a service says most often. */
const ORDINARY_ADJECTIVES = [
  ...["woln", "dobr", "piln", "stal", "now", "cich", "wysok"],
  ...["mal", "krotk", "dlug", "zdrow"],
];

/** Written small, these are days, months and words of every sentence, whoever is called so. */
const ORDINARY = new Set([
  ...ORDINARY_ADJECTIVES.flatMap((stem) => joined(stem, ADJECTIVE)),
  ...`ale dobrze ida ide idzie maja maje maj maju mile mila mily pole sam sama same wierze zima zimy zimie
   poniedzialek poniedzialku poniedzialki poniedzialkow czwartek czwartku czwartki czwartkow
   niedziela niedziele niedzieli sroda srody srode piatek piatku piatki piatkow wtorek wtorku wtorki sobota soboty sobote sobocie
   luty styczen marzec marca kwiecien kwietnia czerwiec czerwca lipiec lipca sierpien sierpnia wrzesien listopad grudzien grudnia
   rano lato lata`.split(/\s+/),
]);

/** Ivan and Iwan, Alex and Aleks: one name in two spellings. */
export const folded = (word: string) =>
  wordsOf(word).join("").replaceAll("v", "w").replaceAll("x", "ks");

function split(text: string): string[] {
  return text.normalize("NFC").split(/[^\p{L}\p{N}]+/u);
}

function softened(stem: string): string {
  const [from, to] = BEFORE_E.find(([end]) => end.test(stem)) ?? [/$/, ""];
  return `${stem.replace(from, to)}e`;
}

/** Of one word of a name, all that it may look like in a sentence, folded. */
export function formsOf(word: string, isSurname: boolean): string[] {
  const whole = folded(word);
  const stem = whole.slice(0, -1);
  const ofFamily = isSurname ? PLURAL : [];
  switch (whole.at(-1)) {
    case "a":
      return [
        whole,
        ...joined(stem, [...NOUN_A, ...ofFamily]),
        softened(stem),
        ...(stem.endsWith("i") ? [stem] : []),
        ...(/[aeou]j$/.test(stem) ? [`${stem.slice(0, -1)}i`] : []),
        ...(isSurname ? adjectives(stem) : []),
      ];
    case "o":
      return [
        whole,
        ...joined(stem, [...NOUN_A, ...NOUN, ...ofFamily]),
        softened(stem),
        ...joined(`${whole}n`, NOUN),
      ];
    case "e":
    case "i":
    case "y":
      return [whole, ...adjectives(stem)];
    case "u":
      return [whole];
    default:
      return [whole, ...ofConsonant(word, whole, isSurname)];
  }
}

/** Kwiatkowska, Kwiatkowskiego, państwo Kwiatkowscy. */
function adjectives(stem: string): string[] {
  return [
    ...joined(stem, ADJECTIVE),
    ...(stem.endsWith("k") ? [`${stem.slice(0, -1)}cy`] : []),
  ];
}

function ofConsonant(
  word: string,
  whole: string,
  isSurname: boolean,
): string[] {
  const short = SHORTENED.find(([end]) => end.test(whole));
  const stem = short ? whole.replace(...short) : whole;
  const hasSign = /[śźćń]$/iu.test(word.normalize("NFC"));
  const isSoft = hasSign || /[bpwmf]$|ien$/.test(whole);
  const ofWhole = hasSign ? [] : joined(whole, NOUN);
  // where both are to be heard: Kacper, Kacpra and Kacpera
  const stems = [...new Set([stem, whole])];
  return [
    ...ofWhole,
    ...stems.flatMap((one) => [
      ...(hasSign ? [] : [...joined(one, NOUN), softened(one)]),
      ...(isSoft ? joined(one, SOFT_NOUN) : []),
      ...(isSurname ? joined(one, WIFE_AND_DAUGHTER) : []),
      ...(isSurname && !hasSign ? joined(one, PLURAL) : []),
      ...(isSurname && isSoft ? joined(one, SOFT_PLURAL) : []),
    ]),
    ...(/ąb$/iu.test(word.normalize("NFC"))
      ? joined(`${whole.slice(0, -2)}eb`, [...SOFT_NOUN, ...SOFT_PLURAL])
      : []),
  ];
}

const SHORTEST = 3;

/** Whether a text names the person, in whatever form, however it is spelled. */
export function namesPerson(text: string, { name, surname }: Names): boolean {
  const forms = new Set(
    [
      ...split(name).map((word) => ({ word, isSurname: false })),
      ...split(surname ?? "").map((word) => ({ word, isSurname: true })),
    ]
      .filter(({ word }) => word.length >= SHORTEST)
      .flatMap(({ word, isSurname }) => formsOf(word, isSurname))
      .filter((form) => form.length >= SHORTEST),
  );
  return split(text).some((word) => {
    const plain = folded(word);
    const isOrdinary = word === word.toLowerCase() && ORDINARY.has(plain);
    return !isOrdinary && forms.has(plain);
  });
}
