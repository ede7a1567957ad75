// From when to when an agreement is in force, in words.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";

export function useDay() {
  const { date } = useDates(useNow());
  return (day: string) => date(noonOf(day));
}

export function useSpan() {
  const { t } = useTranslation("agreements");
  const { date, dates } = useDates(useNow());
  return (agreement: { validFrom: string | null; validTo: string | null }) => {
    const { validFrom, validTo } = agreement;
    if (!validFrom) return t("span.open");
    if (!validTo) return t("span.from", { from: date(noonOf(validFrom)) });
    const [from, to] = dates(noonOf(validFrom), noonOf(validTo));
    return t("span.both", { from, to });
  };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
