// Before the pages: a role that could learn of a resident needs a second factor, and sets it up here.
import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { ViewerQuery } from "../app/session/viewer.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Brand } from "./Brand.js";
import { SetUpSecondFactor } from "./SetUpSecondFactor.js";
import styles from "./SignInPage.module.css";

export function SecondFactorFirst() {
  const { t } = useTranslation("account");
  const client = useApolloClient();
  useTabTitle(t("factor.title"));
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Brand />
        <h1>{t("factor.title")}</h1>
        <p>{t("factor.mustWhy")}</p>
        <SetUpSecondFactor
          onDone={() => void client.refetchQueries({ include: [ViewerQuery] })}
        />
      </div>
    </main>
  );
}
