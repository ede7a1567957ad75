// What free text must not hold: a PESEL or a telephone, so that nobody's number ever gets stored beside a note.
import type { Words } from "./graphql/words.js";

/** Where a telephone may stand, as in what an organisation says of itself. */
export const noPesel: Words = {
  pl: "To wygląda na numer PESEL. Usuń go – nie jest tu potrzebny.",
  en: "This looks like a PESEL number. Take it out; it is not needed here.",
};

export const noPersonsNumber: Words = {
  pl: "To wygląda na numer PESEL albo telefon. Usuń go – nie jest tu potrzebny.",
  en: "This looks like a PESEL or a telephone number. Take it out; it is not needed here.",
};

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

function isPesel(digits: string): boolean {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number(digits[place]),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[10]);
}

/** The number of an account, which holds by chance what looks like a PESEL. */
function isAccount(digits: string): boolean {
  // country and check digits go to the end, P and L as 25 and 21 (ISO 13616)
  return (
    digits.length === 26 &&
    BigInt(`${digits.slice(2)}2521${digits.slice(0, 2)}`) % 97n === 1n
  );
}

/** Eleven digits with the right checksum, however they are spaced. */
export function holdsPesel(text: string): boolean {
  const runs = text.match(/\d(?:[\s.-]*\d){10,}/g) ?? [];
  return runs.some((run) => {
    const digits = run.replace(/\D/g, "");
    if (isAccount(digits)) return false;
    for (let start = 0; start + 11 <= digits.length; start += 1)
      if (isPesel(digits.slice(start, start + 11))) return true;
    return false;
  });
}

/** Nine digits in a row, with or without the country, however they are spaced. */
function holdsPhone(text: string): boolean {
  return /(?<![\d/.-])(?:\+\s?48[\s-]?)?\d{3}[\s-]?\d{3}[\s-]?\d{3}(?![\d/.-])/.test(
    text,
  );
}

/** Whether a note about organisations and needs gives away somebody's number. */
export function holdsPersonsNumber(text: string): boolean {
  return holdsPesel(text) || holdsPhone(text);
}
