// An address behind which nothing stands.
import { useTranslation } from "react-i18next";

import { ButtonLink } from "../../design/Button.js";
import { Page } from "./Page.js";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <Page title={t("notFound.title")} intro={t("notFound.text")}>
      <p>
        <ButtonLink to="/">{t("failed.start")}</ButtonLink>
      </p>
    </Page>
  );
}
