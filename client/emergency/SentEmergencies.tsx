// Emergencies that are awaited now: how much time is left, and the next of the list at hand.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { Countdown } from "../design/Countdown.js";
import { StatusTag } from "../design/StatusTag.js";
import { IfNotAnswered, useSent } from "../referring/index.js";
import { CallOf } from "./CallNow.js";
import styles from "./Emergency.module.css";

export function SentEmergencies({ now }: { now: Date }) {
  const { t } = useTranslation("emergency");
  const titleId = useId();
  const awaited = useSent().filter(
    ({ priority, dueAt, status }) =>
      priority === "EMERGENCY" &&
      dueAt !== null &&
      ["SENT", "RECEIVED", "INFO_REQUESTED"].includes(status),
  );
  if (awaited.length === 0) return null;
  return (
    <section className={styles.services} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("awaited.title")}</h2>
      <ul>
        {awaited.map((referral) => {
          const { id, number, service, partner, status, dueAt } = referral;
          const reference = referral.case?.pseudonym ?? referral.ownReference;
          return (
            <li key={id} className={styles.row}>
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
                {dueAt && (
                  <p>
                    <Countdown
                      dueAt={dueAt}
                      rule={referral.dueReason}
                      now={now}
                    />
                  </p>
                )}
              </div>
              <CallOf partnerId={partner.id} now={now} />
              <div className={styles.next}>
                <IfNotAnswered referral={referral} now={now} staysHere />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
