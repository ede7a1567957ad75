// The woven strip: one cell per unit, taken, held, free and waiting told apart by texture.
import { useTranslation } from "react-i18next";

import type { CapacityUnit } from "../graphql/generated/graphql.js";
import styles from "./CapacityStrip.module.css";
import { join } from "./join.js";

export interface StripNumbers {
  unit: CapacityUnit;
  total: number;
  occupied: number;
  reserved: number;
  available: number;
  waiting: number;
}

const mostCells = 30;
const oneLine = 15;

export function CapacityStrip({ numbers }: { numbers: StripNumbers }) {
  const { t } = useTranslation("design");
  const { total, occupied, reserved, available, waiting, unit } = numbers;
  const words = [
    t("strip.occupied", { count: occupied }),
    t("strip.reserved", { count: reserved }),
    t("strip.available", { count: available }),
    t("strip.total", { count: total }),
  ];
  if (waiting > 0)
    words.push(
      unit === "PLACES"
        ? t("strip.waitingPeople", { count: waiting })
        : t("strip.waitingAmount", {
            amount: t(`amount.${unit}`, { count: waiting }),
          }),
    );
  return (
    <span role="img" aria-label={words.join(", ")} className={styles.strip}>
      {total > mostCells ? (
        <span className={styles.bar}>
          <Part of={total} count={occupied} kind="occupied" />
          <Part of={total} count={reserved} kind="reserved" />
        </span>
      ) : (
        <span className={join(styles.cells, total <= oneLine && styles.line)}>
          <Cells count={occupied} kind="occupied" />
          <Cells count={reserved} kind="reserved" />
          <Cells count={available} kind="free" />
        </span>
      )}
      {waiting > 0 && waiting <= mostCells && (
        <span className={styles.cells}>
          <Cells count={waiting} kind="waiting" />
        </span>
      )}
    </span>
  );
}

type Kind = "occupied" | "reserved" | "free" | "waiting";

function Cells({ count, kind }: { count: number; kind: Kind }) {
  return Array.from({ length: count }, (_, cell) => (
    <span key={cell} className={styles[kind]} />
  ));
}

function Part(props: { of: number; count: number; kind: Kind }) {
  const width = `${(100 * props.count) / props.of}%`;
  return <span className={styles[props.kind]} style={{ width }} />;
}

export function StripLegend() {
  const { t } = useTranslation("design");
  const kinds = [
    ["occupied", t("strip.legendOccupied")],
    ["reserved", t("strip.legendReserved")],
    ["free", t("strip.legendFree")],
    ["waiting", t("strip.legendWaiting")],
  ] as const;
  return (
    <ul className={styles.legend} aria-label={t("strip.legend")}>
      {kinds.map(([kind, word]) => (
        <li key={kind} className={styles.cells}>
          <span className={styles[kind]} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}
