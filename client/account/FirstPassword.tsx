// The first thing after the first sign-in: a password that only its owner knows.
import { useTranslation } from "react-i18next";

import { useTabTitle } from "../app/shell/tab-title.js";
import { Brand } from "./Brand.js";
import { PasswordForm } from "./PasswordForm.js";
import styles from "./SignInPage.module.css";

export function FirstPassword() {
  const { t } = useTranslation("account");
  useTabTitle(t("first.title"));
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Brand />
        <h1>{t("first.title")}</h1>
        <p>{t("first.why")}</p>
        <PasswordForm />
      </div>
    </main>
  );
}
