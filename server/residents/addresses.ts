// Where each page stands, in both languages: the same page has one address in each.
import type { Language, Words } from "../platform/graphql/words.js";

/** The first part of the address tells the language. */
export const ROOMS: Readonly<Record<Language, string>> = {
  pl: "uslugi",
  en: "services",
};

/** Names of pages behind the centre's own; the start has none. */
export const PAGES = {
  start: { pl: "", en: "" },
  list: { pl: "lista", en: "list" },
  service: { pl: "usluga", en: "service" },
  leaflet: { pl: "ulotka", en: "leaflet" },
  statement: { pl: "dostepnosc", en: "accessibility" },
  privacy: { pl: "dane-osobowe", en: "privacy" },
} as const satisfies Record<string, Words>;
export type PageName = keyof typeof PAGES;

export function pageNamed(part: string, language: Language): PageName | null {
  const found = Object.entries(PAGES).find(
    ([, words]) => words[language] === part,
  );
  // the keys are those of the record above
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return found ? (found[0] as PageName) : null;
}

export function addressOf(
  slug: string,
  page: PageName,
  language: Language,
  further = "",
): string {
  const parts = ["", ROOMS[language], slug, PAGES[page][language], further];
  return parts.filter((part, at) => at === 0 || part !== "").join("/");
}
