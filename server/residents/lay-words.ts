// What people in need write instead of the name of a service, and which situation it is: "nie mam gdzie spać" is a roof.
import { type Situation, situations } from "./situations.js";

/** By the situation's own address; of folded words, in either language. */
const SAID: readonly (readonly [string, RegExp])[] = [
  [
    "dach",
    /\b(gdzie (\w+ ){0,2}(spac|mieszkac|nocowac|przenocowac|zamieszkac|sie podziac)|(bez|brak|nie mam|nie ma|strac\w+) (dachu|domu|mieszkani\w+|noclegu)|wyrzuc\w+( \w+){0,2} (domu|mieszkani\w+)|na ulicy|spie (na|w)|bezdomn\w*|eksmi\w+|zimno|marzn\w+|zamarz\w+|mroz\w*|nowhere to (sleep|live|stay|go)|homeless|no roof|roof|thrown out|evict\w*|freez\w+|cold|sleep\w* rough|shelter)\b/,
  ],
  [
    "jedzenie",
    /\b(glod\w*|co jesc|na (jedzenie|chleb)|w co sie ubrac|ubran\w*|nie mam na zycie|hungry|hunger|no food|nothing to eat|starv\w+)\b/,
  ],
  [
    "rodzina",
    /\b(bije|bija|bil|pobil\w*|katuj\w+|zneca\w*|przemoc\w*|gwalt\w*|zgwalc\w+|molest\w+|grozi (mi|nam)|boje sie (\w+ )?(meza|partnera|ojca|konkubenta|syna|wrocic|wracac)|dom\w* piekl\w*|beat\w*|violen\w+|abus\w+|rape\w*|threaten\w*)\b/,
  ],
  [
    "zdrowie",
    /\b(samoboj\w*|nie chce (mi sie |juz )?zyc|zabic sie|sie zabij\w*|zabije sie|skoncz\w+ ze soba|nie daje (juz )?rady|zalam\w+|suicid\w*|kill myself|want to die)\b/,
  ],
  [
    "prawo",
    /\b(komornik\w*|nie mam (z czego|jak|czym) (za)?placic|odet\w+ (mi |nam )?(prad|gaz|wode)|bailiff|cannot pay|debts?)\b/,
  ],
];

/** Without case and Polish signs, its words one apart. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .split(/[^\p{L}\p{N}]+/u)
    .join(" ")
    .trim();
}

/** The situations that somebody's own words tell of; none where she names a service. */
export function situationsSaid(text: string): Situation[] {
  const said = plain(text);
  return SAID.flatMap(
    ([slug, words]) =>
      (words.test(said) && situations.find((one) => one.slug.pl === slug)) ||
      [],
  );
}
