// Free places, one less or one more: the number as partners think of it.
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../design/Icon.js";
import styles from "./CapacityStepper.module.css";

interface Props {
  service: string;
  free: number;
  /** Says why no less is possible, where it is not. */
  floorReasonId?: string | undefined;
  onWant(free: number): void;
  onUndo?: (() => void) | undefined;
}

export function CapacityStepper(props: Props) {
  const { service, free, floorReasonId, onWant, onUndo } = props;
  const { t } = useTranslation("offer");

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key === "z") onUndo?.();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === "ArrowUp" || key === "+") onWant(free + 1);
    else if (key === "ArrowDown" || key === "-") onWant(free - 1);
    else if (key === "Home") onWant(0);
    else return;
    event.preventDefault();
  }

  return (
    <div
      role="group"
      aria-label={t("stepper.of", { service })}
      className={styles.stepper}
      onKeyDown={onKeyDown}
    >
      {/* stays focusable at 0, so that focus never moves after a change */}
      <button
        type="button"
        aria-label={t("stepper.less", { service })}
        aria-disabled={free === 0}
        aria-describedby={free === 0 ? floorReasonId : undefined}
        onClick={() => free > 0 && onWant(free - 1)}
      >
        <Icon name="minus" />
      </button>
      <output aria-live="polite">{free}</output>
      <button
        type="button"
        aria-label={t("stepper.more", { service })}
        onClick={() => onWant(free + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
