// A length of time as people say it: minutes, then hours, then days.
import { useTranslation } from "react-i18next";

const HOUR = 60;
const DAY = 24 * HOUR;

export function useLengthWords(): (minutes: number) => string {
  const { t } = useTranslation("design");
  return (minutes) => {
    if (minutes < HOUR) return t("length.minutes", { minutes });
    if (minutes < 2 * DAY)
      return t("length.hours", { hours: Math.round(minutes / HOUR) });
    return t("left.days", { count: Math.round(minutes / DAY) });
  };
}
