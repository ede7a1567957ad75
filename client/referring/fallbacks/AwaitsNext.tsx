// Referrals that nobody took and that none has followed: each with where else the person may go.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../../app/shell/referral-path.js";
import { Button } from "../../design/Button.js";
import { StatusTag } from "../../design/StatusTag.js";
import { Tag } from "../../design/Tag.js";
import type { LiveReferralFragment } from "../../graphql/generated/graphql.js";
import sent from "../SentPage.module.css";
import styles from "./AwaitsNext.module.css";
import { NextPlaces } from "./NextPlaces.js";
import { useFallbacks } from "./use-fallbacks.js";

interface ListProps {
  awaiting: readonly LiveReferralFragment[];
  now: Date;
}

export function AwaitsNext({ awaiting, now }: ListProps) {
  const { t } = useTranslation("fallbacks");
  if (awaiting.length === 0) return null;
  return (
    <section className={sent.group}>
      <h2>{t("awaits.title")}</h2>
      <ul className={sent.list}>
        {awaiting.map((referral) => (
          <Row key={referral.id} referral={referral} now={now} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

function Row({ referral, now }: Props) {
  const { t } = useTranslation(["fallbacks", "design"]);
  const [isOpen, setOpen] = useState(false);
  const { service, partner, number, priority } = referral;
  const reference = referral.case?.pseudonym ?? referral.ownReference;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3>
          <Link to={referralPath(number)}>{service.name}</Link>
        </h3>
        <p>
          {partner.name} · {number}
          {reference && <> · {reference}</>}
        </p>
        <p className={styles.tags}>
          <StatusTag status={referral.status} seenBy="sender" now={now} />
          {priority !== "STANDARD" && (
            <Tag tone={priority === "EMERGENCY" ? "danger" : "warn"}>
              {t(`design:priority.${priority}`)}
            </Tag>
          )}
        </p>
      </div>
      <Button
        aria-expanded={isOpen}
        aria-label={t("awaits.chooseFor", { number })}
        data-print="no"
        onClick={() => setOpen(!isOpen)}
      >
        {t("awaits.choose")}
      </Button>
      {isOpen && (
        <div className={styles.places}>
          <Places {...{ referral, now }} />
        </div>
      )}
    </li>
  );
}

function Places({ referral, now }: Props) {
  const { listed, hasFailed } = useFallbacks(referral.id);
  return <NextPlaces {...{ referral, listed, hasFailed, now }} />;
}
