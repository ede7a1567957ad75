// Until when an answer is due, louder as the time runs out.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { Tag, type Tone } from "../design/Tag.js";
import type { ReferralPriority } from "../graphql/generated/graphql.js";

interface Props {
  dueAt: string;
  priority: ReferralPriority;
  now: Date;
}

export function dueTone({ dueAt, priority, now }: Props): Tone {
  const hours = (new Date(dueAt).getTime() - now.getTime()) / 3_600_000;
  if (priority === "EMERGENCY" || hours < 4) return "danger";
  return hours < 24 ? "warn" : "plain";
}

export function DueTag(props: Props) {
  const { t } = useTranslation("referrals");
  const { until } = useDates(props.now);
  const at = new Date(props.dueAt);
  return (
    <Tag tone={dueTone(props)} icon="clock">
      {at < props.now ? t("due.over") : t("due.until", { until: until(at) })}
    </Tag>
  );
}
