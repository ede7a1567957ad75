// The language of the interface: which one is spoken, how its words are fetched, and where this device remembers it.
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

import type { Language } from "../graphql/generated/graphql.js";
import { glue } from "./glue.js";

type Catalogue = Record<string, unknown>;

export const languages = ["pl", "en"] as const satisfies readonly Language[];

/** As dates, numbers and screen readers need it; the English of a Polish town counts days and hours as Britain does. */
export const locales: Record<Language, string> = { pl: "pl", en: "en-GB" };

const place = "splot.language";

/** Only what is spoken is fetched. */
const words: Record<Language, () => Promise<Record<string, Catalogue>>> = {
  pl: async () => (await import("./pl.js")).catalogues,
  en: async () => (await import("./en.js")).catalogues,
};

const fetched = new Map<Language, Promise<void>>();

/** One promise for each language, so that a component can wait for it. */
export function fetchWords(language: Language): Promise<void> {
  const known = fetched.get(language) ?? addWords(language);
  fetched.set(language, known);
  // without a network the next try asks anew
  known.catch(() => fetched.delete(language));
  return known;
}

async function addWords(language: Language): Promise<void> {
  for (const [path, catalogue] of Object.entries(await words[language]())) {
    const [, namespace = ""] = /([^/]+)\.json$/.exec(path) ?? [];
    i18next.addResourceBundle(
      locales[language],
      namespace,
      language === "pl" ? glue(catalogue) : catalogue,
    );
  }
}

function languageOf(tag: string | null): Language | undefined {
  return languages.find((language) => tag?.toLowerCase().startsWith(language));
}

/** What this device spoke last, else what the browser asks for, else Polish. */
function firstLanguage(): Language {
  const wishes = [localStorage.getItem(place), ...navigator.languages];
  return wishes.map(languageOf).find(Boolean) ?? "pl";
}

export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: locales[language],
    load: "currentOnly",
    fallbackLng: false,
    defaultNS: "shell",
    resources: {},
    interpolation: { escapeValue: false },
  });
  await speak(language);
  // other tabs of this device follow
  window.addEventListener("storage", ({ key, newValue }) => {
    const chosen = key === place ? languageOf(newValue) : undefined;
    if (chosen) void speak(chosen);
  });
}

/** From here on the interface speaks so, and this device remembers it. */
export async function speak(language: Language): Promise<void> {
  await fetchWords(language);
  if (i18next.language !== locales[language])
    await i18next.changeLanguage(locales[language]);
  document.documentElement.lang = locales[language];
  localStorage.setItem(place, language);
}

/** What somebody chose before signing in becomes her account's, also where the way in leads over another site. */
export function wish(language: Language): void {
  sessionStorage.setItem(place, language);
}

/** Told once. */
export function takeWish(): Language | undefined {
  const wished = languageOf(sessionStorage.getItem(place));
  sessionStorage.removeItem(place);
  return wished;
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languageOf(i18n.language) ?? "pl";
}
