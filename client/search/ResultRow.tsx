// One service in the results: what it is, why it stands here, how many places, and the one next step.
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { PlaceButton } from "../app/live/PlaceButton.js";
import { isSingleKey } from "../app/shell/keys.js";
import { CapacityStrip } from "../design/CapacityStrip.js";
import {
  CapacityWords,
  freeOf,
  waitingWords,
} from "../design/CapacityWords.js";
import { timeOf, useDates } from "../design/dates.js";
import { Freshness } from "../design/Freshness.js";
import { join } from "../design/join.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import type { SearchQuery } from "../graphql/generated/graphql.js";
import { isNeverConfirmed, wouldWait } from "../referring/index.js";
import styles from "./ResultRow.module.css";
import { ServiceDetails } from "./ServiceDetails.js";

export type Result = NonNullable<
  SearchQuery["centre"]
>["services"]["nodes"][number];

interface Props {
  service: Result;
  /** 1 = first; null where no place in the order counts. */
  place: number | null;
  changedAt: Date | undefined;
  now: Date;
  onRefer(service: Result): void;
  isCompared: boolean;
  mayCompare: boolean;
  onCompare(service: Result): void;
}

export function ResultRow(props: Props) {
  const { service, place, changedAt, now, onRefer } = props;
  const { isCompared, mayCompare, onCompare } = props;
  const { t, i18n } = useTranslation(["search", "design"]);
  const { date } = useDates(now);
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const numbers = service.capacity;
  const mayRefer = service.viewerCanRefer && !service.referralObstacle;
  const waits = wouldWait(service, 1);
  const isUnknown = isNeverConfirmed(service);
  const showsQueue =
    numbers !== null && numbers.owedToQueue > 0 && numbers.available > 0;

  function press(event: KeyboardEvent) {
    const isMeant = event.key.toLowerCase() === "s" && mayRefer;
    if (!isMeant || !isSingleKey(event.nativeEvent)) return;
    event.preventDefault();
    onRefer(service);
  }

  return (
    <li className={join(styles.row, changedAt && styles.changed)}>
      <div className={styles.what}>
        {changedAt && (
          <p>
            <Tag tone="ok">
              {t("row.changed", { time: timeOf(changedAt, i18n.language) })}
            </Tag>
          </p>
        )}
        <h3>
          <button
            type="button"
            className={styles.name}
            data-result
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            aria-keyshortcuts={mayRefer ? "S" : undefined}
            onClick={() => setOpen(!isOpen)}
            onKeyDown={press}
          >
            {service.name}
          </button>
        </h3>
        <p className={styles.partner}>
          <span>{service.partner.name}</span>
          <TypeMark type={service.stakeholderType} />
          {service.partner.leavesOn && (
            <Tag tone="warn" icon="warning">
              {t("row.leaves", {
                day: date(new Date(`${service.partner.leavesOn}T12:00:00Z`)),
              })}
            </Tag>
          )}
        </p>
        {place !== null && (
          <p className={styles.why}>
            {changedAt ? (
              t("row.placeKept", { place })
            ) : (
              <>
                <strong>{t("row.because", { place })}</strong>{" "}
                {t("row.reasons", {
                  reasons: service.matchReasons
                    .slice(0, 3)
                    .map(({ text }) => text)
                    .join(", "),
                })}
              </>
            )}
          </p>
        )}
      </div>
      <div className={styles.places}>
        <p
          className={styles.words}
          data-band={isUnknown ? "STALE" : service.availability}
        >
          {service.availability === "STALE" && numbers && !isUnknown ? (
            // its age stands below with the number
            t(`design:free.${numbers.unit}`, { count: freeOf(numbers) })
          ) : (
            <CapacityWords
              availability={service.availability}
              numbers={numbers}
              suspendedUntil={service.suspendedUntil}
              now={now}
            />
          )}
        </p>
        {showsQueue && <p>{waitingWords(t, numbers)}</p>}
        {numbers ? (
          !isUnknown && (
            <>
              <CapacityStrip numbers={numbers} />
              {service.staleAfterDays !== null && (
                <Freshness
                  confirmedAt={numbers.confirmedAt}
                  confirmedFrom={numbers.confirmedFrom}
                  staleAfterDays={service.staleAfterDays}
                  now={now}
                />
              )}
            </>
          )
        ) : (
          <p className={styles.partner}>{t("row.masked")}</p>
        )}
      </div>
      <div className={styles.step}>
        {mayRefer ? (
          <PlaceButton
            wide
            kind={waits ? "plain" : "primary"}
            aria-label={t(waits ? "row.queueFor" : "row.referTo", {
              service: service.name,
            })}
            onClick={() => onRefer(service)}
          >
            {t(waits ? "row.queue" : "row.refer")}
          </PlaceButton>
        ) : (
          <p className={styles.obstacle}>
            {service.referralObstacleText ?? t("row.notYours")}
          </p>
        )}
        <label className={styles.compare}>
          <input
            type="checkbox"
            checked={isCompared}
            disabled={!isCompared && !mayCompare}
            onChange={() => onCompare(service)}
            aria-label={t("compare.tick", { service: service.name })}
          />
          {t("compare.open")}
        </label>
      </div>
      {isOpen && <ServiceDetails id={detailsId} service={service} />}
    </li>
  );
}
