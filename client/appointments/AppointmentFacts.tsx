// When, where, what to bring and whom to ask for.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import styles from "./Appointments.module.css";

export type Appointment = NonNullable<LiveReferralFragment["appointment"]>;

interface Props {
  appointment: Appointment;
  now: Date;
}

export function AppointmentFacts({ appointment, now }: Props) {
  const { t } = useTranslation("appointments");
  const { moment } = useDates(now);
  const { at, place, atHome, bring, askFor } = appointment;
  const { movedFrom, moveReason } = appointment;
  const facts: [string, string | null][] = [
    ["when", moment(new Date(at))],
    atHome ? ["whereAtHome", t("atHome")] : ["where", place],
    [atHome ? "prepare" : "bring", bring],
    ["askFor", askFor],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(
          ([name, fact]) =>
            fact && (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      {movedFrom && moveReason && (
        <p className={styles.small}>
          {t("moved", {
            moment: moment(new Date(movedFrom)),
            reason: t(`reason.${moveReason}`),
          })}
        </p>
      )}
    </>
  );
}
