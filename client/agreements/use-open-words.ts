// What is still open under an agreement, in words; 1 to 4 are not told.
import { useTranslation } from "react-i18next";

import type { PartnerAgreement } from "./partner-agreements.js";

type OpenUnder = NonNullable<PartnerAgreement["openReferrals"]>;

export function useOpenWords() {
  const { t } = useTranslation("agreements");
  return {
    count: (count: number | null) => count ?? t("open.few"),
    owed: ({ owedBy }: OpenUnder) =>
      owedBy.length > 0 ? t("open.owed", { names: owedBy.join(", ") }) : null,
  };
}
