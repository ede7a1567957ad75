// Said to the organisation before anybody taps: a service that the law wants a paper for does not begin without its number.
import { useTranslation } from "react-i18next";

import { Note } from "../design/Note.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

export function PaperNote({ referral }: { referral: LiveReferralFragment }) {
  const { t } = useTranslation("appointments");
  const { status, statutoryDocumentRequired } = referral;
  return status === "ACCEPTED" && statutoryDocumentRequired ? (
    <Note tone="warn" icon="warning" title={t("paper.missing")}>
      {t("paper.partner")}
    </Note>
  ) : null;
}
