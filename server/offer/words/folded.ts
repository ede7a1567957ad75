// How words are compared: in small letters and without Polish marks, each letter for one.
const PLAIN: Readonly<Record<string, string>> = {
  ą: "a",
  ć: "c",
  ę: "e",
  ł: "l",
  ń: "n",
  ó: "o",
  ś: "s",
  ź: "z",
  ż: "z",
  é: "e",
};

export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(
      /[^\p{ASCII}]/gu,
      (letter) =>
        PLAIN[letter] ?? letter.normalize("NFD").replaceAll(/\p{M}/gu, ""),
    );
}
