// The organisation's lists: who is there today, and what the month came to; by the code of a card, or by first names for ten minutes.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { ListFilters } from "../app/forms/ListFilters.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { ButtonLink } from "../design/Button.js";
import { timeInputOf } from "../design/dates.js";
import { Empty } from "../design/Empty.js";
import { TextField } from "../design/Field.js";
import { useNow } from "../design/use-now.js";
import { AttendanceLists } from "./attendance.documents.js";
import styles from "./Attendance.module.css";
import { DayList } from "./DayList.js";
import { MonthList } from "./MonthList.js";

export function AttendancePage() {
  const { t } = useTranslation("attendance");
  const { partner } = useViewer();
  const { day: today } = timeInputOf(useNow());
  const [chosenDay, setDay] = useState(today);
  const [chosenMonth, setMonth] = useState(today.slice(0, 7));
  const day = chosenDay || today;
  const month = chosenMonth || today.slice(0, 7);
  const { data, refetch } = usePageQuery(
    AttendanceLists,
    { partnerId: partner.id, day, ...monthOf(month) },
    { from: "network" },
  );
  const services =
    data.node?.__typename === "Partner" ? data.node.services : [];
  const ofDay = services.flatMap(({ id, name, ofDay: sheet }) =>
    sheet?.unit === "PLACES" && sheet.lines.length > 0
      ? [{ id, name, sheet }]
      : [],
  );
  const ofMonth = services.flatMap(({ id, name, ofMonth: sheet }) =>
    sheet && sheet.unit !== "PLACES" && sheet.lines.length > 0
      ? [{ id, name, sheet }]
      : [],
  );
  const readAnew = () => refetch();
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <ButtonLink to="/skierowania" icon="back">
          {t("back")}
        </ButtonLink>
      }
    >
      <ListFilters label={t("title")}>
        <TextField
          label={t("day")}
          type="date"
          value={day}
          max={today}
          onChange={({ target }) => setDay(target.value)}
        />
        <TextField
          label={t("month")}
          type="month"
          value={month}
          max={today.slice(0, 7)}
          onChange={({ target }) => setMonth(target.value)}
        />
      </ListFilters>
      {ofDay.length + ofMonth.length === 0 && (
        <Empty
          title={t("empty")}
          action={
            <ButtonLink kind="primary" to="/skierowania">
              {t("emptyAction")}
            </ButtonLink>
          }
        >
          {t("emptyText")}
        </Empty>
      )}
      {ofDay.length > 0 && (
        <section className={styles.part}>
          <h2>{t("ofDay")}</h2>
          {ofDay.map(({ id, name, sheet }) => (
            <DayList
              key={`${id} ${day}`}
              {...{ name, sheet, readAnew }}
              isAhead={day > today}
            />
          ))}
        </section>
      )}
      {ofMonth.length > 0 && (
        <section className={styles.part}>
          <h2>{t("ofMonth")}</h2>
          <p>{t("ofMonthHint")}</p>
          {ofMonth.map(({ id, name, sheet }) => (
            <MonthList key={`${id} ${month}`} {...{ name, sheet, readAnew }} />
          ))}
        </section>
      )}
    </Page>
  );
}

/** The first and the last day of a month, as `2026-11` says it. */
function monthOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return {
    from: `${month}-01`,
    to: `${month}-${String(last).padStart(2, "0")}`,
  };
}
