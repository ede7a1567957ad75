// One service of one's own offer: its places, how old the number is, and what to do about the queue.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { CapacityStrip } from "../design/CapacityStrip.js";
import { timeOf, useDates } from "../design/dates.js";
import { Freshness } from "../design/Freshness.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import type {
  LiveServiceFragment,
  NumbersFragment,
} from "../graphql/generated/graphql.js";
import { CapacityStepper } from "./CapacityStepper.js";
import { ChangeLine } from "./ChangeLine.js";
import { stillTrue } from "./desk.js";
import { useDesk, useRow } from "./OfferDesk.js";
import { QueueNote } from "./QueueNote.js";
import { ResumeButton } from "./ResumeButton.js";
import styles from "./ServiceRow.module.css";
import { undoOf } from "./steps.js";

interface Props {
  service: LiveServiceFragment;
  now: Date;
  onMore(service: LiveServiceFragment): void;
  onDescribe(service: LiveServiceFragment): void;
  onPause(service: LiveServiceFragment): void;
}

export function ServiceRow(props: Props) {
  const { service, now, onMore, onDescribe, onPause } = props;
  const { t, i18n } = useTranslation("offer");
  const { date } = useDates(now);
  const { recent } = useLive();
  const desk = useDesk();
  const row = useRow(service.id);
  const reasonId = useId();
  const { capacity: numbers, availability, suspendedUntil } = service;
  if (!numbers) return null;

  const isSuspended = availability === "SUSPENDED";
  const shown = withFree(numbers, row.target);
  const canChange = service.viewerCanSetCapacity && !isSuspended;
  const isAtFloor = canChange && shown.available === 0;
  const line = stillTrue(row.line, numbers);
  const own = line?.kind === "changed" ? line.change : null;
  const changedAt = recent.get(service.id);

  function undo() {
    if (!own || !numbers) return;
    // the version of the change itself: what moved since then refuses the undo kindly
    const at = { ...numbers, version: own.version };
    void desk.change(service.id, undoOf(own.steps), at, (after) => ({
      kind: "undone",
      is: after.available,
    }));
  }

  return (
    <li className={styles.row} data-hot={own !== null || undefined}>
      <div className={styles.name}>
        <h2>{service.name}</h2>
        <FreeOf numbers={shown} />
        {shown.keptBy && shown.kept <= shown.total && (
          <p className={styles.reason}>
            {t("row.kept", { count: shown.kept, agreement: shown.keptBy })}
          </p>
        )}
        {changedAt && line === null && (
          <Tag tone="primary">
            {t("row.changedAt", { time: timeOf(changedAt, i18n.language) })}
          </Tag>
        )}
      </div>
      <CapacityStrip numbers={shown} />
      <div className={styles.stepper}>
        {canChange ? (
          <CapacityStepper
            service={service.name}
            free={shown.available}
            floorReasonId={isAtFloor ? reasonId : undefined}
            onWant={(free) => desk.want(service.id, numbers, free)}
            onUndo={own ? undo : undefined}
          />
        ) : isSuspended ? (
          service.viewerCanChange && <ResumeButton service={service} />
        ) : (
          <strong>{shown.available}</strong>
        )}
        {isAtFloor && shown.total > 0 && (
          <p id={reasonId} className={styles.reason}>
            {t("row.floor")}
          </p>
        )}
      </div>
      {/* the words beside the name say it already */}
      <p className={styles.waiting} aria-hidden="true">
        {shown.waiting || "–"}
      </p>
      <div className={styles.foot}>
        <div className={styles.fresh}>
          {isSuspended && (
            <Tag icon="clock">
              {suspendedUntil
                ? t("row.suspendedUntil", {
                    day: date(new Date(suspendedUntil)),
                  })
                : t("row.suspended")}
            </Tag>
          )}
          <Freshness
            {...numbers}
            staleAfterDays={service.staleAfterDays}
            own
            now={now}
          />
        </div>
        <div className={styles.more}>
          {service.viewerCanChange && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t("row.describeOf", { service: service.name })}
              onClick={() => onDescribe(service)}
            >
              {t("row.describe")}
            </Button>
          )}
          {canChange && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t("row.moreOf", { service: service.name })}
              onClick={() => onMore(service)}
            >
              {t("row.more")}
            </Button>
          )}
          {service.viewerCanChange && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t(isSuspended ? "row.otherDayOf" : "row.pauseOf", {
                service: service.name,
              })}
              onClick={() => onPause(service)}
            >
              {t(isSuspended ? "row.otherDay" : "row.pause")}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.lines}>
        <ChangeLine
          service={service}
          numbers={numbers}
          row={{ ...row, line }}
          onUndo={undo}
        />
        {numbers.keptBy && numbers.kept > numbers.total && (
          <Note
            tone="warn"
            icon="warning"
            title={t("row.tooMuchKept", { agreement: numbers.keptBy })}
          >
            {t("row.tooMuchKeptText", {
              kept: numbers.kept,
              total: numbers.total,
            })}
          </Note>
        )}
        <QueueNote service={service} numbers={shown} now={now} />
      </div>
    </li>
  );
}

/** The numbers as they will be once the taps are sent, so that the strip follows the finger. */
function withFree(
  numbers: NumbersFragment,
  target: number | null,
): NumbersFragment {
  if (target === null) return numbers;
  const more = target - numbers.available;
  const left = more > 0 ? Math.min(more, numbers.walkIns) : more;
  return {
    ...numbers,
    available: target,
    occupied: numbers.occupied - left,
    total: numbers.total + more - left,
  };
}

function FreeOf({ numbers }: { numbers: NumbersFragment }) {
  const { t } = useTranslation(["design", "offer"]);
  const { available: count, total, waiting, unit, confirmedAt } = numbers;
  const free =
    count === 0
      ? t("capacity.noneFree")
      : total < 100
        ? t("freeOf.few", { count, total: t(`of.${unit}`, { count: total }) })
        : t("freeOf.many", {
            count,
            total: t(`amount.${unit}`, { count: total }),
          });
  const queue =
    unit === "PLACES"
      ? t("capacity.waitingPeople", { count: waiting })
      : t("capacity.waitingAmount", {
          amount: t(`amount.${unit}`, { count: waiting }),
        });
  const words = waiting > 0 ? `${free}, ${queue}` : free;
  return (
    <p className={styles.words}>
      {confirmedAt ? words : t("offer:row.toCheck", { words })}
    </p>
  );
}
