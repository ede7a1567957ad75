// A link of the door that opens nothing: why, and the way on.
import { useTranslation } from "react-i18next";

import { ButtonLink } from "../design/Button.js";
import type { AccountLinkQuery } from "../graphql/generated/graphql.js";
import { EntryCard } from "./EntryCard.js";

interface Props {
  /** Absent: there is no such link. */
  link: AccountLinkQuery["accountLink"];
}

export function LinkOver({ link }: Props) {
  const { t } = useTranslation("account");
  const state = link && link.state !== "OPEN" ? link.state : "UNKNOWN";
  const isReset = link?.kind === "PASSWORD_RESET";
  return (
    <EntryCard title={t(`over.${state}.title`)}>
      <p>{t(isReset ? "over.reset" : `over.${state}.text`)}</p>
      {isReset && (
        <ButtonLink kind="primary" wide to="/logowanie/link">
          {t("over.again")}
        </ButtonLink>
      )}
      <ButtonLink wide to="/logowanie">
        {t("signIn.title")}
      </ButtonLink>
    </EntryCard>
  );
}
