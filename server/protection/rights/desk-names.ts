// Whether words of the desk look like somebody's name: it knows nobody to hold them against (domain 4.6).

/** Stems of the commonest first names of Poland, as declined. Source: register PESEL, first names of the living (dane.gov.pl). */
const FIRST_NAMES =
  "Ann|Mari|Katarzyn|Małgorzat|Agnieszk|Barbar|Ew|Magdalen|Elżbiet|Joann|Krystyn|Aleksandr|Zofi|Monik|Natali|Teres|Karolin|Danut|Iren|Juli|Halin|Jadwig|Janin|Helen|Bożen|Beat|Dorot|Dorocie|Jolant|Grażyn|Marzen|Wand|Renat|Piotr|Krzysztof|Andrzej|Tomasz|Jan|Paweł|Pawł|Michał|Marcin|Jakub|Adam|Stanisław|Marek|Mark|Łukasz|Grzegorz|Mateusz|Wojciech|Mariusz|Dariusz|Zbigniew|Jerz|Rafał|Robert|Józef|Kamil|Ryszard|Tadeusz|Henryk|Bogdan|Sławomir|Wiesław|Zdzisław|Kazimierz|Marian|Leszek|Leszk|Jacek|Jack|Roman|Daniel|Dawid|Oksan|Olen|Iryn|Iwan";
const ENDING = "(?:a|ą|ę|y|i|ie|ii|ię|ią|o|u|em|iem|owi|ego|emu|ze|rze)?";
const GIVEN = `(?:${FIRST_NAMES})${ENDING}`;
const WORD = String.raw`\p{Lu}\p{Ll}+`;
const START = String.raw`(?<!\p{L})`;
const END = String.raw`(?!\p{L})`;

/** By title, or a first name beside another word that is written large; a street may be called after somebody. */
const PEOPLE = [
  new RegExp(`${START}[Pp]an(?:|i|a|u|em|ią|ie)\\s+(${WORD})`, "gu"),
  new RegExp(
    String.raw`(?<!(?:ul|al|pl|os|im|ulic\p{Ll}{1,2})\.?\s*)${START}${GIVEN}\s+(${WORD})`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<!(?:ul|al|pl|os|im|ulic\p{Ll}{1,2})\.?\s*)${START}(${WORD})\s+${GIVEN}${END}`,
    "gu",
  ),
];

/** Written large, and nobody: offices, houses and functions. */
const NOBODY =
  /^(?:Urz|Sąd|Komend|Uniwersyte|Ośrod|Klub|Centr|Fundacj|Stowarzysz|Dom|Zesp|Szk|Szpital|Przychod|Poradni|Bibliote|Muze|Rad|Gmin|Powiat|Wydzia|Inspektor|Dyrektor|Burmistrz|Prezes|Kierowni|Prokurat|Polic|Straż|Starost|Minister|Kancelar|Zakład|Wojew|Marszał|Prezyden|Sekretar|Skarbni|Koordynator|Miejsk)/u;

export function namesSomebody(text: string): boolean {
  const said = text.replaceAll(
    /\p{Lu}{3,}/gu,
    (word) => word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
  return PEOPLE.some((people) =>
    [...said.matchAll(people)].some(([, word = ""]) => !NOBODY.test(word)),
  );
}
