// What of her emergencies nobody took tonight, why, and where each went on by itself.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { useDates } from "../design/dates.js";
import { StatusTag } from "../design/StatusTag.js";
import styles from "./Emergency.module.css";
import { endedAt, type NotTaken, wentOn } from "./not-taken.js";

interface Props {
  ended: readonly NotTaken[];
  now: Date;
}

export function NotTakenEmergencies({ ended, now }: Props) {
  const { t } = useTranslation(["emergency", "design"]);
  const { moment } = useDates(now);
  const titleId = useId();
  if (ended.length === 0) return null;
  return (
    <section className={styles.services} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("notTaken.title")}</h2>
      <ul>
        {ended.map((referral) => {
          const { id, number, service, partner, status } = referral;
          const { declineReason, followedBy } = referral;
          const reference = referral.case?.pseudonym ?? referral.ownReference;
          const at = endedAt(referral);
          return (
            <li key={id} className={styles.ended}>
              <div className={styles.head}>
                <h3>
                  <Link to={referralPath(number)}>{service.name}</Link>
                </h3>
                <p>
                  {partner.name} · {number}
                  {reference && <> · {reference}</>}
                </p>
                <p>
                  <StatusTag status={status} seenBy="sender" now={now} />
                </p>
              </div>
              <div className={styles.head}>
                <p>
                  {at && `${moment(at)}: `}
                  <strong>
                    {declineReason
                      ? t(`design:declineReason.${declineReason}`)
                      : t("notTaken.noAnswer")}
                  </strong>
                </p>
                <p>
                  {t(`notTaken.went.${wentOn(referral)}`)}{" "}
                  {followedBy && (
                    <>
                      {followedBy.service.name}, {followedBy.partner.shortName}{" "}
                      (
                      <Link to={referralPath(followedBy.number)}>
                        {followedBy.number}
                      </Link>
                      )
                    </>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
