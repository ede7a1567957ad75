// The time for the answer, until when by the clock, and the rule that says so.
import { useTranslation } from "react-i18next";

import { Countdown } from "../design/Countdown.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { dueTone } from "./DueTag.js";
import styles from "./ReferralDetail.module.css";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function ClockCard({ referral, now }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const { dueAt, dueReason, priority, holdsPlace, units, service } = referral;
  if (!dueAt) return null;
  return (
    <div className={styles.clock} data-tone={dueTone({ dueAt, priority, now })}>
      <span>{t("clock.title")}</span>
      <Countdown dueAt={dueAt} rule={dueReason} now={now} />
      {holdsPlace && service.capacity && (
        <span>
          {t("clock.hold", {
            amount: t(`design:amount.${service.capacity.unit}`, {
              count: units,
            }),
          })}
        </span>
      )}
    </div>
  );
}
