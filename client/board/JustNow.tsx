// "Przed chwilą": what changed in the centre, newest first, as people say it.
import { useTranslation } from "react-i18next";

import { useViewer } from "../app/session/viewer.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { JustNow_ActivityFragment as Activity } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";
import styles from "./JustNow.module.css";

graphql(`
  fragment JustNow_activity on Activity {
    id
    at
    kind
    by
    status
    availableBefore
    available
    service {
      id
      name
      partner {
        id
        name
        shortName
      }
      capacity {
        unit
      }
    }
    referral {
      id
      number
    }
  }
`);

export function JustNow({ activities }: { activities: readonly Activity[] }) {
  const { t } = useTranslation("board");
  const { short, moment } = useDates(useNow());
  return (
    <section className={card.card}>
      <h2>{t("justNow.title")}</h2>
      {activities.length === 0 ? (
        <p className={card.muted}>{t("justNow.empty")}</p>
      ) : (
        <ol className={card.rows}>
          {activities.map((activity) => {
            const at = new Date(activity.at);
            return (
              <li key={activity.id} className={styles.activity}>
                <time dateTime={activity.at} title={moment(at)}>
                  {short(at)}
                </time>
                <span>
                  <Words activity={activity} />
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function Words({ activity }: { activity: Activity }) {
  const { t } = useTranslation(["board", "design"]);
  const { by, kind, service, referral, status } = activity;
  const hub = useViewer().partner;
  if (kind === "REFERRAL")
    return (
      <>
        <strong>{by}</strong> {referral?.number}
        {status && `: ${t(`design:status.step.${status}`)}`}
      </>
    );
  const { availableBefore: before, available } = activity;
  const unit = service?.capacity?.unit ?? "PLACES";
  const free =
    available === null ? null : t(`design:free.${unit}`, { count: available });
  const isChange = before !== null && before !== available;
  const isOnBehalf =
    kind === "CAPACITY_SET" &&
    (by === hub.name || by === hub.shortName) &&
    service !== null &&
    service.partner.id !== hub.id;
  return (
    <>
      <strong>{isOnBehalf ? service.partner.shortName : by}</strong>{" "}
      {service?.name}
      {kind === "SERVICE_PUBLISHED" && `: ${t("justNow.published")}`}
      {kind === "CAPACITY_CONFIRMED" &&
        `: ${t("justNow.confirmed", { free: free ?? "" })}`}
      {(kind === "CAPACITY_SET" || kind === "WALK_IN") &&
        free !== null &&
        `: ${isChange ? t("justNow.changed", { before, free }) : free}`}
      {isOnBehalf && (
        <>
          {" "}
          <Tag>{t("onBehalf.mark")}</Tag>
        </>
      )}
    </>
  );
}
