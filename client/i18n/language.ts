// The words of the interface: one catalogue file per feature and language.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

import { glue } from "./glue.js";

const files = import.meta.glob<Record<string, unknown>>("./*/*.json", {
  eager: true,
  import: "default",
});

/** Starts with Polish; another language is another folder of the same files. */
export function startLanguage(): Promise<unknown> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, catalogue] of Object.entries(files)) {
    const [, language, file] = path.split("/");
    if (!language || !file) continue;
    const namespace = file.replace(".json", "");
    (resources[language] ??= {})[namespace] = glue(catalogue);
  }
  return i18next.use(initReactI18next).init({
    lng: "pl",
    fallbackLng: "pl",
    ns: Object.keys(resources["pl"] ?? {}),
    defaultNS: "shell",
    resources,
    interpolation: { escapeValue: false },
  });
}
