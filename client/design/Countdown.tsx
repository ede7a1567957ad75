// The time left for an answer, in words and with the rule behind it; never a ticking clock.
import { useTranslation } from "react-i18next";

import { useDates } from "./dates.js";

interface Props {
  dueAt: string;
  /** Why just then, as people read it. */
  rule?: string | null;
  now: Date;
}

/** Minutes before the end at which readers hear of it, and no oftener. */
const announced = [10, 2];

export function Countdown({ dueAt, rule, now }: Props) {
  const { t } = useTranslation("design");
  const { until, left, moment } = useDates(now);
  const at = new Date(dueAt);
  const minutes = Math.floor((at.getTime() - now.getTime()) / 60_000);
  if (minutes < 0)
    return <span>{t("left.overSince", { moment: moment(at) })}</span>;
  const end = t(rule ? "left.rule" : "left.end", { until: until(at), rule });
  return (
    <span>
      <strong>{t("left.still", { time: left(at) })}</strong> {end}
      <span className="visually-hidden" role="status">
        {announced.includes(minutes) && t("left.announce", { minutes })}
      </span>
    </span>
  );
}
