// How the ordered services were found to hold their standards, beside what they cost.
import { useTranslation } from "react-i18next";

import { useDay } from "../design/use-day.js";
import type { ShownQuality } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";

export function QualityTable({ quality }: { quality: ShownQuality[] }) {
  const { t } = useTranslation("fulfilment");
  const day = useDay();
  return (
    <table className={styles.table}>
      <caption>{t("quality.title")}</caption>
      <thead>
        <tr>
          {["service", "checks", "last", "action"].map((column) => (
            <th key={column} scope="col">
              {t(`quality.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quality.map((row) => (
          <tr key={row.serviceName}>
            <th scope="row">
              {row.serviceName}
              <small>{row.standardName ?? t("quality.noStandard")}</small>
            </th>
            <td>
              <span className={styles.label}>{t("quality.checks")}: </span>
              {row.checks}
            </td>
            <td>
              <span className={styles.label}>{t("quality.last")}: </span>
              {row.checkedOn && row.result
                ? t("quality.found", {
                    result: t(`quality.result.${row.result}`),
                    day: day(row.checkedOn),
                  })
                : t("quality.never")}
            </td>
            <td>
              <span className={styles.label}>{t("quality.action")}: </span>
              {row.actionDueOn
                ? t("quality.due", { day: day(row.actionDueOn) })
                : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
