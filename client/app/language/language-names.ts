// What each language calls itself.
import type { Language } from "../../graphql/generated/graphql.js";

export const languageNames: Record<Language, string> = {
  pl: "Polski",
  en: "English",
};
