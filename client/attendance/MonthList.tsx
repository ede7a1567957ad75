// Hours, visits, trips or tickets of a month: typed once for each person, saved together.
import { type SyntheticEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import { useDay } from "../design/use-day.js";
import type { SheetFragment } from "../graphql/generated/graphql.js";
import styles from "./Attendance.module.css";
import { RecordNews } from "./RecordNews.js";
import { ShowNamesBar } from "./ShowNamesBar.js";
import { useNames } from "./use-names.js";
import { useRecord } from "./use-record.js";
import { WhoIsMeant } from "./WhoIsMeant.js";

interface Props {
  name: string;
  sheet: SheetFragment;
  readAnew(): Promise<unknown>;
}

export function MonthList({ name, sheet, readAnew }: Props) {
  const { t } = useTranslation(["attendance", "design"]);
  const { isOffline } = useLive();
  const day = useDay();
  const recording = useRecord(readAnew);
  const wrongId = useId();
  const names = useNames(sheet);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<"saved" | "nothingNew" | null>(null);
  const [isAsked, setAsked] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    if (recording.isPending) return;
    setAsked(true);
    if (Object.values(typed).some((text) => !isAmount(text)))
      return list.current
        ?.querySelector<HTMLElement>("[data-wrong=true]")
        ?.focus();
    const entries = sheet.lines.flatMap(({ referralId, entry }) => {
      const text = typed[referralId]?.trim() ?? "";
      const quantity = Number(text);
      const isKept = quantity === entry?.quantity && entry.until === sheet.to;
      return text === "" || isKept
        ? []
        : [{ referralId, quantity, ifRevision: entry?.revision ?? 0 }];
    });
    if (entries.length === 0) return setSaid("nothingNew");
    const isDone = await recording.record(sheet, entries);
    setSaid(isDone ? "saved" : null);
    if (!isDone) return;
    setTyped({});
    setAsked(false);
  }

  return (
    <form
      className={styles.list}
      aria-label={name}
      onSubmit={(event) => void save(event)}
    >
      <div className={styles.head}>
        <h3>{name}</h3>
      </div>
      <ShowNamesBar names={names} />
      <ul ref={list}>
        {sheet.lines.map((line) => {
          const { referralId, number, entry } = line;
          const text = typed[referralId];
          const isWrong = isAsked && text !== undefined && !isAmount(text);
          return (
            <li key={referralId} className={styles.row}>
              <WhoIsMeant line={line} name={names.nameOf(line)} />
              <label className={styles.amount}>
                <span className="visually-hidden">
                  {t(`complete.units.${sheet.unit}`)}: {number}
                </span>
                <input
                  inputMode="numeric"
                  maxLength={6}
                  autoComplete="off"
                  aria-invalid={isWrong || undefined}
                  aria-describedby={isWrong ? wrongId : undefined}
                  data-wrong={text !== undefined && !isAmount(text)}
                  value={text ?? entry?.quantity ?? ""}
                  onChange={({ target }) => {
                    setSaid(null);
                    setTyped({ ...typed, [referralId]: target.value });
                  }}
                />
                <span aria-hidden="true">{t(`unit.${sheet.unit}`)}</span>
              </label>
              {entry && entry.until !== sheet.to && (
                <p className={styles.was}>
                  {t("until", { day: day(entry.until) })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {isAsked && Object.values(typed).some((text) => !isAmount(text)) && (
        <p id={wrongId} role="alert" className={styles.wrong}>
          {t("wrongAmount")}
        </p>
      )}
      <RecordNews recording={recording} />
      <div className={styles.head}>
        <p role="status" className={styles.saved}>
          {said && t(said)}
        </p>
        <Button
          kind="primary"
          type="submit"
          busy={recording.isPending || isOffline}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

const MOST = 10_000;

/** Whole ones alone are counted; half an hour is put right by nobody in silence. */
function isAmount(text: string): boolean {
  const trimmed = text.trim();
  return /^\d*$/.test(trimmed) && Number(trimmed) <= MOST;
}
