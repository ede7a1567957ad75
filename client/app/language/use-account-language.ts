// The interface speaks the language of the account that is signed in.
import { useEffect, useState } from "react";

import type { Language } from "../../graphql/generated/graphql.js";
import { speak, takeWish, useLanguage } from "../../i18n/language.js";
import { useChooseLanguage } from "./use-choose-language.js";

/** True from when it is spoken; no page is drawn in another one before. */
export function useAccountLanguage(language: Language | undefined): boolean {
  const spoken = useLanguage();
  const choose = useChooseLanguage();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (!language) return;
    const wished = takeWish();
    const kept =
      wished && wished !== language ? choose(wished) : Promise.resolve();
    // without its words the page stays in the language that it has
    void Promise.allSettled([speak(wished ?? language), kept]).then(() =>
      setReady(true),
    );
  }, [language, choose]);
  return isReady || spoken === language;
}
