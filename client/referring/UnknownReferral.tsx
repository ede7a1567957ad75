// A number behind which the viewer has no referral.
import { useTranslation } from "react-i18next";

import { Page } from "../app/shell/Page.js";
import { ButtonLink } from "../design/Button.js";

export function UnknownReferral() {
  const { t } = useTranslation("referring");
  return (
    <Page title={t("course.unknown")} intro={t("course.unknownText")}>
      <p>
        <ButtonLink to="/skierowania">{t("course.back")}</ButtonLink>
      </p>
    </Page>
  );
}
