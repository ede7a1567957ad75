// Hours, visits, trips or tickets of a month: typed once for each person, saved together.
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
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
  const recording = useRecord(readAnew);
  const names = useNames(sheet);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isSaved, setSaved] = useState(false);

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    if (recording.isPending) return;
    const entries = sheet.lines.flatMap(({ referralId, entry }) => {
      const text = typed[referralId]?.trim() ?? "";
      const quantity = Number(text);
      return text === "" ||
        !Number.isInteger(quantity) ||
        quantity === entry?.quantity
        ? []
        : [{ referralId, quantity, ifRevision: entry?.revision ?? 0 }];
    });
    const isDone = await recording.record(sheet, entries);
    setSaved(isDone);
    if (isDone) setTyped({});
  }

  return (
    <form
      className={styles.list}
      aria-label={name}
      onSubmit={(event) => void save(event)}
    >
      <div className={styles.head}>
        <h3>{name}</h3>
        <Button
          kind="primary"
          type="submit"
          busy={recording.isPending || isOffline}
        >
          {t("save")}
        </Button>
      </div>
      <p role="status" className={styles.saved}>
        {isSaved && t("saved")}
      </p>
      <RecordNews recording={recording} />
      <ShowNamesBar names={names} />
      <ul>
        {sheet.lines.map((line) => {
          const { referralId, number, entry } = line;
          return (
            <li key={referralId} className={styles.row}>
              <WhoIsMeant line={line} name={names.nameOf(line)} />
              <label className={styles.amount}>
                <span className="visually-hidden">
                  {t(`complete.units.${sheet.unit}`)}: {number}
                </span>
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={10_000}
                  step={1}
                  value={typed[referralId] ?? entry?.quantity ?? ""}
                  onChange={({ target }) => {
                    setSaved(false);
                    setTyped({ ...typed, [referralId]: target.value });
                  }}
                />
              </label>
            </li>
          );
        })}
      </ul>
    </form>
  );
}
