// The state of a referral in the words of who looks at it.
import { useTranslation } from "react-i18next";

import type { ReferralStatus } from "../graphql/generated/graphql.js";
import { useDates } from "./dates.js";
import { Tag, type Tone } from "./Tag.js";

interface Props {
  status: ReferralStatus;
  seenBy: "sender" | "partner";
  queuePosition?: number | null;
  offeredUntil?: string | null;
  now: Date;
}

const tones: Record<ReferralStatus, Tone> = {
  DRAFT: "plain",
  SENT: "primary",
  RECEIVED: "info",
  INFO_REQUESTED: "info",
  WAITLISTED: "wait",
  OFFERED: "warn",
  ACCEPTED: "ok",
  IN_PROGRESS: "ok",
  SUSPENDED: "plain",
  COMPLETED: "plain",
  DISCONTINUED: "plain",
  DECLINED: "danger",
  EXPIRED: "danger",
  WITHDRAWN: "plain",
};

export function StatusTag(props: Props) {
  const { status, seenBy, queuePosition, offeredUntil, now } = props;
  const { t } = useTranslation("design");
  const { until } = useDates(now);
  const key = `status.${seenBy}.${status}`;
  function words(): string {
    if (status === "WAITLISTED" && queuePosition)
      return t(`${key}_place`, { place: queuePosition });
    if (status === "OFFERED" && offeredUntil)
      return t(`${key}_until`, { until: until(new Date(offeredUntil)) });
    return t(key);
  }
  return <Tag tone={tones[status]}>{words()}</Tag>;
}
