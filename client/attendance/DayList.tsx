// The group list of a day: one tap for each person, or one for all who are not marked yet.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useLive } from "../app/live/use-live.js";
import { referralPath } from "../app/shell/referral-path.js";
import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import type {
  AttendanceState,
  SheetFragment,
} from "../graphql/generated/graphql.js";
import styles from "./Attendance.module.css";
import { RecordNews } from "./RecordNews.js";
import { useRecord } from "./use-record.js";

const marks = [
  "PRESENT",
  "ABSENT",
  "EXCUSED",
] as const satisfies readonly AttendanceState[];

interface Props {
  name: string;
  sheet: SheetFragment;
  readAnew(): Promise<unknown>;
}

export function DayList({ name, sheet, readAnew }: Props) {
  const { t } = useTranslation("attendance");
  const { isOffline } = useLive();
  const recording = useRecord(readAnew);
  const isBusy = recording.isPending || isOffline;
  const open = sheet.lines.filter(({ entry }) => !entry);
  return (
    <section className={styles.list} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        {open.length > 0 && (
          <Button
            kind="primary"
            icon="check"
            busy={isBusy}
            onClick={() =>
              void recording.record(
                sheet,
                open.map(({ referralId }) => ({
                  ...{ referralId, state: "PRESENT" },
                  ifRevision: 0,
                })),
              )
            }
          >
            {t("allPresent")}
          </Button>
        )}
      </div>
      <RecordNews recording={recording} />
      <ul>
        {sheet.lines.map(({ referralId, number, absencesInRow, entry }) => (
          <li key={referralId} className={styles.row}>
            <span className={styles.who}>
              <Link to={referralPath(number)}>{number}</Link>
              {absencesInRow > 1 && (
                <Tag tone={absencesInRow > 2 ? "warn" : "plain"}>
                  {t("inRow", { count: absencesInRow })}
                </Tag>
              )}
            </span>
            <span role="group" aria-label={number} className={styles.marks}>
              {marks.map((state) => (
                <Button
                  key={state}
                  kind={entry?.state === state ? "primary" : "plain"}
                  aria-pressed={entry?.state === state}
                  busy={isBusy}
                  onClick={() =>
                    void recording.record(sheet, [
                      { referralId, state, ifRevision: entry?.revision ?? 0 },
                    ])
                  }
                >
                  {t(`mark.${state}`)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
