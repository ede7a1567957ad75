// From when to when an agreement is in force, in words.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";

export function useDay() {
  const { date } = useDates(useNow());
  return (day: string) => date(new Date(`${day}T12:00:00Z`));
}

export function useSpan() {
  const { t } = useTranslation("agreements");
  const day = useDay();
  return (agreement: { validFrom: string | null; validTo: string | null }) => {
    const { validFrom, validTo } = agreement;
    if (!validFrom) return t("span.open");
    return validTo
      ? t("span.both", { from: day(validFrom), to: day(validTo) })
      : t("span.from", { from: day(validFrom) });
  };
}
