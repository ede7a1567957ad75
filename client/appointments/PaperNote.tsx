// Said before anybody taps: a service that the law wants a paper for does not begin without its number.
import { useTranslation } from "react-i18next";

import { useReferralWords } from "../app/live/use-referral-words.js";
import { Note } from "../design/Note.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

interface Props {
  referral: LiveReferralFragment;
  seenBy: "sender" | "partner";
}

export function PaperNote({ referral, seenBy }: Props) {
  const { t } = useTranslation("appointments");
  const { status, statutoryDocumentRequired } = referral;
  const isWanted = status === "ACCEPTED" && statutoryDocumentRequired;
  const words = useReferralWords(referral.id, isWanted);
  return isWanted && words && !words.statutoryDocumentRef ? (
    <Note tone="warn" icon="warning" title={t("paper.missing")}>
      {t(`paper.${seenBy}`)}
    </Note>
  ) : null;
}
