// The card at the door: what stands before anybody is signed in.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { speak, useLanguage, wish } from "../i18n/language.js";
import { Brand } from "./Brand.js";
import styles from "./SignInPage.module.css";

export function EntryCard(props: { title: string; children: ReactNode }) {
  const { t } = useTranslation("account");
  const spoken = useLanguage();
  useTabTitle(props.title);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Brand />
        <h1>{props.title}</h1>
        {props.children}
        <LanguageSwitch
          label={t("language.title")}
          chosen={spoken}
          onChoose={(language) => {
            wish(language);
            return speak(language);
          }}
        />
      </div>
    </main>
  );
}
