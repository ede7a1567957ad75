// When a service takes place: in words, and as a week where it has hours each week.
import { useTranslation } from "react-i18next";

import { linesIn, weekdayIn, weekdays } from "../design/weekdays.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./When.module.css";

type Scheduled = Pick<ReferableServiceFragment, "hours" | "scheduleInWords">;

export function When({ service }: { service: Scheduled }) {
  const { t, i18n } = useTranslation("search");
  const { hours, scheduleInWords } = service;
  const said = linesIn(i18n.language, scheduleInWords);
  const weekly = hours.filter(({ weekOfMonth }) => weekOfMonth === null);
  return (
    <>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {weekly.length > 0 && (
        <table className={styles.week}>
          <caption className="visually-hidden">{t("details.week")}</caption>
          <thead>
            <tr>
              {weekdays.map((day) => (
                <th key={day} scope="col">
                  <abbr title={weekdayIn(i18n.language, day, "long")}>
                    {weekdayIn(i18n.language, day, "short")}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {weekdays.map((day) => (
                <td key={day}>
                  {weekly
                    .filter(({ days }) => days.includes(day))
                    .map(({ opensAt, closesAt }) => (
                      <span key={`${opensAt}${closesAt}`}>
                        {opensAt}–{closesAt}
                      </span>
                    ))}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
    </>
  );
}
