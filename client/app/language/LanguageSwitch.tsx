// The two languages side by side, each in its own words, so that nobody is lost in the other one.
import type { Language } from "../../graphql/generated/graphql.js";
import { languages } from "../../i18n/language.js";
import { languageNames } from "./language-names.js";
import styles from "./LanguageSwitch.module.css";

interface Props {
  /** What it is the language of. */
  label: string;
  chosen: Language;
  onChoose(language: Language): unknown;
}

export function LanguageSwitch({ label, chosen, onChoose }: Props) {
  return (
    <div role="group" aria-label={label} className={styles.switch}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => void onChoose(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
