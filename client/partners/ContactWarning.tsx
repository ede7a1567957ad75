// The first thing on a partner's page where its mails would wait: what is missing, and what that means.
import { useTranslation } from "react-i18next";

import { Note } from "../design/Note.js";
import type { ContactAlert } from "../graphql/generated/graphql.js";

export function ContactWarning({ alert }: { alert: ContactAlert | null }) {
  const { t } = useTranslation("partners");
  if (!alert) return null;
  return (
    <Note tone="warn" icon="warning" title={t(`warning.${alert}`)}>
      {t(`warning.${alert}Text`)}
    </Note>
  );
}
