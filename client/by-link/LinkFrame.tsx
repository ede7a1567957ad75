// The frame of a page that is opened from a mail: who asks whom, and nothing to sign in to.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { SplotSign } from "../design/SplotSign.js";
import { speak, useLanguage, wish } from "../i18n/language.js";
import styles from "./LinkFrame.module.css";

interface Props {
  title: string;
  /** Absent where the link is nobody's. */
  link?: { centreName: string; partnerName: string } | null;
  children: ReactNode;
}

export function LinkFrame({ title, link, children }: Props) {
  const { t } = useTranslation(["link", "account"]);
  const spoken = useLanguage();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.brand}>
          <span className={styles.sign}>
            <SplotSign size={28} />
          </span>
          {link ? link.centreName : "Splot"}
        </p>
      </header>
      <main className={styles.main}>
        {link && <p className={styles.partner}>{link.partnerName}</p>}
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={styles.foot}>
        <p>{t("foot")}</p>
        <LanguageSwitch
          label={t("account:language.title")}
          chosen={spoken}
          onChoose={(language) => {
            wish(language);
            return speak(language);
          }}
        />
      </footer>
    </div>
  );
}
