// "Podstawa": on what something of the person goes, and until when, said before it is sent.
import { useTranslation } from "react-i18next";

import { lastDayOf } from "../bases/index.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { Travel } from "./use-travel.js";

export function TravelBasis({ travel }: { travel: Travel }) {
  const { t } = useTranslation("referring");
  const { date } = useDates(useNow());
  return (
    <>
      <h3>{t("basis.title")}</h3>
      <p>{words()}</p>
    </>
  );

  function words(): string {
    const { caseId, level, option, goesUnasked, lacksBasis } = travel;
    if (!caseId || level === "L0_TOKEN") return t("basis.none");
    if (goesUnasked) return t("basis.VITAL_INTEREST");
    if (lacksBasis || !option?.basisKind) return t("basis.missing");
    const { basisKind, basisValidTo } = option;
    const basis = t(`basis.${basisKind}`);
    return basisValidTo
      ? t("basis.until", {
          basis,
          day: date(new Date(`${lastDayOf(basisValidTo)}T12:00:00Z`)),
        })
      : t("basis.endless", { basis });
  }
}
