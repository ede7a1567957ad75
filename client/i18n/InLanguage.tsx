// A part of a page in a language of its own, whatever the interface speaks.
import i18next from "i18next";
import { type ReactNode, use, useMemo } from "react";
import { I18nextProvider } from "react-i18next";

import type { Language } from "../graphql/generated/graphql.js";
import { fetchWords, locales } from "./language.js";

interface Props {
  language: Language;
  children: ReactNode;
}

export function InLanguage({ language, children }: Props) {
  use(fetchWords(language));
  const own = useMemo(
    () => i18next.cloneInstance({ lng: locales[language] }),
    [language],
  );
  return <I18nextProvider i18n={own}>{children}</I18nextProvider>;
}
