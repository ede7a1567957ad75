// A usual time as people say it: minutes, then hours, then days.
import { useTranslation } from "react-i18next";

const HOUR = 60;
const DAY = 24 * HOUR;

export function useAnswerWords(): (minutes: number) => string {
  const { t } = useTranslation("contribution");
  return (minutes) => {
    if (minutes < HOUR) return t("minutes", { minutes });
    if (minutes < 2 * DAY)
      return t("hours", { hours: Math.round(minutes / HOUR) });
    return t("days", { count: Math.round(minutes / DAY) });
  };
}
