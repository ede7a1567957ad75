// One sent referral in the list: where it stands, at whom, and until when something must happen.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { AppointmentTag } from "../appointments/index.js";
import { OftenAbsentTag } from "../attendance/index.js";
import { Countdown } from "../design/Countdown.js";
import { StatusTag } from "../design/StatusTag.js";
import { Tag } from "../design/Tag.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { awaitsPartner, lacksPaper } from "./awaits.js";
import { awaitsPlan } from "./awaits-plan.js";
import styles from "./SentRow.module.css";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function SentRow({ referral, now }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const { service, partner, dueAt, ownReference } = referral;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3>
          <Link to={referralPath(referral.number)}>{service.name}</Link>
        </h3>
        <p>
          {partner.name} · {referral.number}
        </p>
        {(referral.case ?? ownReference) && (
          <p>
            {referral.case?.pseudonym}
            {referral.case && ownReference && " · "}
            {ownReference && t("list.yourNote", { note: ownReference })}
          </p>
        )}
      </div>
      <div className={styles.state}>
        <StatusTag
          status={referral.status}
          seenBy="sender"
          queuePosition={referral.queuePosition}
          offeredUntil={referral.offeredUntil}
          now={now}
        />
        <AppointmentTag referral={referral} seenBy="sender" now={now} />
        <OftenAbsentTag referral={referral} />
        {referral.priority !== "STANDARD" && (
          <Tag tone={referral.priority === "EMERGENCY" ? "danger" : "warn"}>
            {t(`design:priority.${referral.priority}`)}
          </Tag>
        )}
        {lacksPaper(referral) && (
          <Tag tone="warn" icon="warning">
            {t("paper.missing")}
          </Tag>
        )}
        {referral.kind === "APPLICATION_TRANSFER" && (
          <Tag>{t("design:application")}</Tag>
        )}
        {referral.openSuggestions > 0 && (
          <Tag tone="info">{t("suggestion.awaits")}</Tag>
        )}
        {referral.keeping?.answer === null && (
          <Tag tone="wait">{t("keeping.awaited")}</Tag>
        )}
        {/* months ahead: said quietly */}
        {awaitsPlan(referral) && (
          <Tag>
            {t(
              referral.partnerLeavesOn
                ? "continuation.owedLeaving"
                : "continuation.owed",
            )}
          </Tag>
        )}
        {awaitsPartner(referral.status) && dueAt && (
          <p className={styles.clock}>
            <Countdown dueAt={dueAt} now={now} />
          </p>
        )}
      </div>
    </li>
  );
}
