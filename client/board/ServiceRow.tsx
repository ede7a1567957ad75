// One service on the board: its places, who waits, how old the number is.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { CapacityStrip } from "../design/CapacityStrip.js";
import { CapacityWords } from "../design/CapacityWords.js";
import { timeOf } from "../design/dates.js";
import { Freshness } from "../design/Freshness.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import { graphql } from "../graphql/generated/gql.js";
import type { ServiceRow_ServiceFragment as Service } from "../graphql/generated/graphql.js";
import { AskToConfirm } from "./AskToConfirm.js";
import {
  isFreeDespiteQueue,
  isKeptBeyondTotal,
  isUnsure,
} from "./service-view.js";
import styles from "./ServiceTable.module.css";

graphql(`
  fragment ServiceRow_service on Service {
    id
    name
    area
    group
    form
    sphere
    entryMode
    place
    feeGrosze
    accessibility
    careDuringActivity
    transportProvided
    scheduleInWords {
      pl
      en
    }
    status
    availability
    suspendedUntil
    staleAfterDays
    stakeholderType
    viewerCanSetCapacity
    capacity {
      unit
      total
      occupied
      reserved
      available
      waiting
      waitingOutside
      owedToQueue
      kept
      keptBy
      version
      confirmedAt
      confirmedBy
      confirmedFrom
    }
    partner {
      id
      name
      shortName
      code
      isHub
    }
  }
`);

interface Props {
  service: Service;
  changedAt: Date | undefined;
  /** The hub has just set the number in the partner's place. */
  isCorrected: boolean;
  onCorrect(): void;
  now: Date;
}

export function ServiceRow(props: Props) {
  const { service, changedAt, isCorrected, onCorrect, now } = props;
  const { t } = useTranslation("board");
  const { name, partner, stakeholderType, capacity, staleAfterDays } = service;
  return (
    <tr>
      <td className={styles.service}>
        {changedAt && (
          <span
            key={changedAt.getTime()}
            className={styles.changed}
            aria-hidden="true"
          />
        )}
        <p>{name}</p>
        <span className={styles.by}>
          {partner.shortName}
          {(stakeholderType ?? partner.isHub) && (
            <TypeMark type={stakeholderType} />
          )}
        </span>
        <Tags
          changedAt={changedAt}
          isCorrected={isCorrected}
          isOwed={isFreeDespiteQueue(service)}
          keptBy={isKeptBeyondTotal(service) ? capacity?.keptBy : null}
        />
      </td>
      <td>
        <span className={styles.places}>
          <CapacityWords
            // how old the number is stands in a column of its own
            availability={
              service.availability === "STALE" && capacity
                ? "AVAILABLE"
                : service.availability
            }
            numbers={capacity}
            suspendedUntil={service.suspendedUntil}
            now={now}
          />
          {capacity && <CapacityStrip numbers={capacity} />}
        </span>
      </td>
      <td>{capacity && <Waiting capacity={capacity} />}</td>
      <td>
        {capacity && staleAfterDays !== null && (
          <Freshness {...capacity} staleAfterDays={staleAfterDays} now={now} />
        )}
        {service.viewerCanSetCapacity && isUnsure(service, now) && (
          <AskToConfirm partner={partner} />
        )}
      </td>
      <td className={styles.action}>
        {service.viewerCanSetCapacity && capacity && (
          <Button
            size="small"
            aria-label={t("onBehalf.openOf", { service: name })}
            onClick={onCorrect}
          >
            {t("onBehalf.open")}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Waiting(props: { capacity: NonNullable<Service["capacity"]> }) {
  const { unit, waiting } = props.capacity;
  const { t } = useTranslation(["board", "design"]);
  if (waiting === 0)
    return <span className={styles.nobody}>{t("table.nobodyWaits")}</span>;
  if (unit === "PLACES")
    return t("design:capacity.waitingPeople", { count: waiting });
  const amount = t(`design:amount.${unit}`, { count: waiting });
  return t("design:capacity.waitingAmount", { amount });
}

interface TagsProps {
  changedAt: Date | undefined;
  isCorrected: boolean;
  isOwed: boolean;
  /** The agreement that keeps more than there is. */
  keptBy: string | null | undefined;
}

function Tags({ changedAt, isCorrected, isOwed, keptBy }: TagsProps) {
  const { t, i18n } = useTranslation("board");
  if (!changedAt && !isCorrected && !isOwed && !keptBy) return null;
  return (
    <span className={styles.tags}>
      {keptBy && (
        <Tag tone="danger">{t("table.kept", { agreement: keptBy })}</Tag>
      )}
      {isOwed && <Tag tone="warn">{t("table.owed")}</Tag>}
      {changedAt && (
        <Tag tone="primary">
          {t("table.live", { time: timeOf(changedAt, i18n.language) })}
        </Tag>
      )}
      {isCorrected && <Tag>{t("onBehalf.mark")}</Tag>}
    </span>
  );
}
