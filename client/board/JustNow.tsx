// "Przed chwilą": what changed in the centre, newest first, as people say it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
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
    onBehalf
    service {
      id
      name
      partner {
        id
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

/** What is older waits behind a button. */
const justNow = 24 * 3_600_000;
const shown = 8;

export function JustNow({ activities }: { activities: readonly Activity[] }) {
  const { t } = useTranslation("board");
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  const fresh = activities
    .filter(({ at }) => now.getTime() - new Date(at).getTime() < justNow)
    .slice(0, shown);
  const told = isWhole ? activities : fresh;
  return (
    <section className={card.card}>
      <h2>{t("justNow.title")}</h2>
      {fresh.length === 0 && <p className={card.muted}>{t("justNow.empty")}</p>}
      {told.length > 0 && (
        <ol className={card.rows}>
          {told.map((activity) => (
            <Line key={activity.id} activity={activity} now={now} />
          ))}
        </ol>
      )}
      {told.length < activities.length && (
        <Button onClick={() => setWhole(true)}>{t("justNow.earlier")}</Button>
      )}
    </section>
  );
}

function Line({ activity, now }: { activity: Activity; now: Date }) {
  const { short, moment } = useDates(now);
  const at = new Date(activity.at);
  return (
    <li className={styles.activity}>
      <time dateTime={activity.at} title={moment(at)}>
        {short(at)}
      </time>
      <span>
        <Words activity={activity} />
      </span>
    </li>
  );
}

/** What becomes of a service as a whole. */
function isStep(kind: Activity["kind"]) {
  return (
    kind === "SERVICE_PAUSED" ||
    kind === "SERVICE_RESUMED" ||
    kind === "SERVICE_WITHDRAWN" ||
    kind === "SERVICE_RESTORED"
  );
}

function Words({ activity }: { activity: Activity }) {
  const { t } = useTranslation(["board", "design"]);
  const { by, kind, service, referral, status, onBehalf } = activity;
  if (kind === "REFERRAL")
    return (
      <>
        <strong>{by}</strong> {referral?.number}
        {service && `, ${service.name}`}
        {status && `: ${t(`design:status.step.${status}`)}`}
      </>
    );
  const { availableBefore: before, available } = activity;
  const unit = service?.capacity?.unit ?? "PLACES";
  const free =
    available === null ? null : t(`design:free.${unit}`, { count: available });
  const isChange = before !== null && before !== available;
  return (
    <>
      <strong>{onBehalf && service ? service.partner.shortName : by}</strong>{" "}
      {service?.name}
      {kind === "SERVICE_PUBLISHED" && `: ${t("justNow.published")}`}
      {kind === "SERVICE_CHANGED" && `: ${t("justNow.saidAnew")}`}
      {isStep(kind) && `: ${t(`justNow.${kind}`)}`}
      {kind === "CAPACITY_CONFIRMED" &&
        `: ${t("justNow.confirmed", { free: free ?? "" })}`}
      {(kind === "CAPACITY_SET" || kind === "WALK_IN") &&
        free !== null &&
        `: ${isChange ? t("justNow.changed", { before, free }) : free}`}
      {onBehalf && (
        <>
          {" "}
          <Tag>{t("onBehalf.mark")}</Tag>
        </>
      )}
    </>
  );
}
