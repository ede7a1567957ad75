// One's own account: who one is here, the password, the second factor, and where one is signed in.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { useChooseLanguage } from "../app/language/use-choose-language.js";
import { Page } from "../app/shell/Page.js";
import { graphql } from "../graphql/generated/gql.js";
import type { Failure } from "../graphql/use-verb.js";
import { useLanguage } from "../i18n/language.js";
import styles from "./AccountPage.module.css";
import { IdentityLink } from "./IdentityLink.js";
import { KeysSwitch } from "./KeysSwitch.js";
import { PasswordForm } from "./PasswordForm.js";
import { SecondFactor } from "./SecondFactor.js";
import { SessionList } from "./SessionList.js";

const AccountPageQuery = graphql(`
  query AccountPage {
    viewer {
      membershipId
      name
      email
      identityLinked
      ...SecondFactor_viewer @unmask
      sessions {
        ...SessionList_session @unmask
      }
    }
  }
`);

export function AccountPage() {
  const { t } = useTranslation("account");
  const spoken = useLanguage();
  const choose = useChooseLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
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
          <h2>{t("factor.title")}</h2>
          <SecondFactor viewer={viewer} onChanged={() => void refetch()} />
        </section>
        <IdentityLink
          isLinked={viewer.identityLinked}
          onChanged={() => void refetch()}
        />
        <section>
          <h2>{t("sessions.title")}</h2>
          <SessionList
            sessions={viewer.sessions}
            onEnded={() => void refetch()}
          />
        </section>
        <section>
          <h2>{t("language.title")}</h2>
          <p>{t("language.follows")}</p>
          <NotSaved failure={failure} />
          <LanguageSwitch
            label={t("language.title")}
            chosen={spoken}
            onChoose={async (language) =>
              setFailure((await choose(language)) ?? null)
            }
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
