// The sentences that people read, in the two languages of the interface, side by side where the rule stands.
import { registerEnumType } from "type-graphql";

export const Language = { pl: "pl", en: "en" } as const;
export type Language = keyof typeof Language;

registerEnumType(Language, {
  name: "Language",
  description: "A language of the interface.",
  valuesConfig: {
    pl: { description: "Polish." },
    en: { description: "English." },
  },
});

/** One sentence in every language of the interface. */
export type Words = Record<Language, string>;

export type Say = (words: Words) => string;

export function speaking(language: Language): Say {
  return (words) => words[language];
}

/** The first language of an Accept-Language header that the interface speaks; Polish where none is. */
export function preferredLanguage(header: string | undefined): Language {
  for (const part of (header ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === "pl" || tag === "en") return tag;
  }
  return "pl";
}
