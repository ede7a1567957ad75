// Who has left a network, on which day and why; nobody yet: nothing is said.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { NetworkMembersFragment } from "../graphql/generated/graphql.js";
import styles from "./Partnership.module.css";

interface Props {
  members: NetworkMembersFragment["formerMemberships"];
}

export function FormerMembers({ members }: Props) {
  const { t } = useTranslation("partnership");
  const { date } = useDates(useNow());
  if (members.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("former.title", { count: members.length })}</h2>
      <ul>
        {members.map(({ id, partner, leftOn, leaveReason }) => (
          <li key={id} className={styles.row}>
            <div className={styles.who}>
              <strong>{partner.name}</strong>
              {leftOn && (
                <p className={styles.muted}>
                  {t("former.on", {
                    day: date(new Date(`${leftOn}T12:00:00Z`)),
                  })}
                </p>
              )}
              {leaveReason && (
                <p>{t("leaving.why", { reason: leaveReason })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
