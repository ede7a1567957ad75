// One's own account: who one is here, the password, and where one is signed in.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { Page } from "../app/shell/Page.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./AccountPage.module.css";
import { KeysSwitch } from "./KeysSwitch.js";
import { PasswordForm } from "./PasswordForm.js";
import { SessionList } from "./SessionList.js";

const AccountPageQuery = graphql(`
  query AccountPage {
    viewer {
      membershipId
      name
      email
      sessions {
        ...SessionList_session @unmask
      }
    }
  }
`);

export function AccountPage() {
  const { t } = useTranslation("account");
  const { data, refetch } = usePageQuery(
    AccountPageQuery,
    {},
    { from: "network" },
  );
  const { viewer } = data;
  if (!viewer) return null;
  return (
    <Page title={t("page.title")} intro={`${viewer.name}, ${viewer.email}`}>
      <div className={styles.columns}>
        <section>
          <h2>{t("password.title")}</h2>
          <PasswordForm onChanged={() => void refetch()} />
        </section>
        <section>
          <h2>{t("sessions.title")}</h2>
          <SessionList
            sessions={viewer.sessions}
            onEnded={() => void refetch()}
          />
        </section>
        <section>
          <h2>{t("keys.title")}</h2>
          <KeysSwitch />
          <p>{t("keys.list")}</p>
        </section>
      </div>
    </Page>
  );
}
