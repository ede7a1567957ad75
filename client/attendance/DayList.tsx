// The group list of a day: one tap for each person, or one for all who are not marked yet.
import { useTranslation } from "react-i18next";

import { useLive } from "../app/live/use-live.js";
import { Button } from "../design/Button.js";
import type {
  AttendanceState,
  SheetFragment,
} from "../graphql/generated/graphql.js";
import styles from "./Attendance.module.css";
import { RecordNews } from "./RecordNews.js";
import { ShowNamesBar } from "./ShowNamesBar.js";
import { useNames } from "./use-names.js";
import { useRecord } from "./use-record.js";
import { WhoIsMeant } from "./WhoIsMeant.js";

const marks = [
  "PRESENT",
  "ABSENT",
  "EXCUSED",
] as const satisfies readonly AttendanceState[];

interface Props {
  name: string;
  sheet: SheetFragment;
  /** The day is still to come: nobody was there yet. */
  isAhead: boolean;
  readAnew(): Promise<unknown>;
}

export function DayList({ name, sheet, isAhead, readAnew }: Props) {
  const { t } = useTranslation("attendance");
  const { isOffline } = useLive();
  const recording = useRecord(readAnew);
  const isBusy = recording.isPending || isOffline;
  const names = useNames(sheet);
  // who pauses is marked by hand, if she came all the same
  const open = sheet.lines.filter(
    ({ entry, isSuspended }) => !entry && !isSuspended,
  );
  return (
    <section className={styles.list} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        {open.length > 0 && !isAhead && (
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
      {isAhead && <p>{t("ahead")}</p>}
      <RecordNews recording={recording} />
      <ShowNamesBar names={names} />
      <ul>
        {sheet.lines.map((line) => {
          const { referralId, number, entry } = line;
          return (
            <li key={referralId} className={styles.row}>
              <WhoIsMeant line={line} name={names.nameOf(line)} />
              {!isAhead && (
                <span role="group" aria-label={number} className={styles.marks}>
                  {marks.map((state) => (
                    <Button
                      key={state}
                      kind={entry?.state === state ? "primary" : "plain"}
                      aria-pressed={entry?.state === state}
                      busy={isBusy}
                      onClick={() =>
                        void recording.record(sheet, [
                          {
                            referralId,
                            state,
                            ifRevision: entry?.revision ?? 0,
                          },
                        ])
                      }
                    >
                      {t(`mark.${state}`)}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
