// One service that is open to emergencies: call it, or send a referral with its fallbacks in one press.
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";

import { CapacityWords } from "../design/CapacityWords.js";
import { useDates } from "../design/dates.js";
import type { EmergencyQuery } from "../graphql/generated/graphql.js";
import { AnswerTime, useAnswerMoments } from "../referring/index.js";
import { callee, CallNow } from "./CallNow.js";
import styles from "./Emergency.module.css";
import { endedAt, type NotTaken, saidFullLately } from "./not-taken.js";
import { SendEmergency } from "./SendEmergency.js";

export type OpenToEmergency = NonNullable<
  EmergencyQuery["centre"]
>["services"]["nodes"][number];

interface Props extends ComponentProps<typeof SendEmergency> {
  /** Somebody can be sent there now. */
  isFree: boolean;
  /** What it could not take a short while ago. */
  ended: NotTaken | null;
  now: Date;
}

export function EmergencyRow({ isFree, ended, now, ...sending }: Props) {
  const { service } = sending;
  const { t } = useTranslation(["emergency", "design"]);
  const { until, moment } = useDates(now);
  const { name, partner } = service;
  const time = service.responseTimes.find(
    ({ priority }) => priority === "EMERGENCY",
  );
  const due = useAnswerMoments(service.id)("EMERGENCY");
  const isClosed = callee(partner.contactPersons, now)?.answers === false;
  const couldNotAt = ended && endedAt(ended);
  const fullAt = saidFullLately(service.saidFullAt, now);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <p>{partner.name}</p>
        <p className={styles.places} data-free={isFree}>
          <CapacityWords
            availability={service.availability}
            numbers={service.capacity}
            suspendedUntil={service.suspendedUntil}
            now={now}
          />
        </p>
        {couldNotAt && (
          <p>
            {moment(couldNotAt)}:{" "}
            {ended.declineReason
              ? t(`design:declineReason.${ended.declineReason}`)
              : t("notTaken.noAnswer")}
          </p>
        )}
        {!couldNotAt && fullAt && (
          <p>
            {moment(fullAt)}: {t("saidFull")}
          </p>
        )}
        {isClosed && isFree && due && (
          <p className={styles.muted}>{t("closed", { until: until(due) })}</p>
        )}
        {time && !isClosed && (
          <p className={styles.muted}>
            {t("answers")} <AnswerTime time={time} />
            {due && <>, {until(due)}</>}
          </p>
        )}
        {service.referralObstacleText && <p>{service.referralObstacleText}</p>}
      </div>
      <CallNow people={partner.contactPersons} now={now} />
      {isFree && <SendEmergency {...sending} />}
    </li>
  );
}
