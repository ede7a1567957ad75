// Answers against what the agreement promised, by priority; nothing where nobody was referred.
import { useTranslation } from "react-i18next";

import { CountOrFew } from "../design/KeptCount.js";
import { useLengthWords } from "../design/use-length-words.js";
import type { ShownAccounts } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";

export function AnswersTable({ accounts }: { accounts: ShownAccounts }) {
  const { t } = useTranslation("fulfilment");
  const words = useTranslation("design");
  const length = useLengthWords();
  const answered = accounts.answers.filter(({ answers }) => answers !== 0);
  if (answered.length === 0)
    return <p className={styles.note}>{t("answers.none")}</p>;
  const said = (minutes: number | null) =>
    minutes === null ? "–" : length(minutes);
  return (
    <table className={styles.table}>
      <caption>{t("answers.title")}</caption>
      <thead>
        <tr>
          {["priority", "count", "inTime", "median", "worst"].map((column) => (
            <th key={column} scope="col">
              {t(`answers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answered.map((row) => (
          <tr key={row.priority}>
            <th scope="row">
              {words.t(`priority.${row.priority}`)}
              <small>{row.promise}</small>
            </th>
            <td>
              <span className={styles.label}>{t("answers.count")}: </span>
              <CountOrFew count={row.answers} />
            </td>
            <td>
              <span className={styles.label}>{t("answers.inTime")}: </span>
              {row.inTime === null ? "–" : t("percent", { share: row.inTime })}
            </td>
            <td>
              <span className={styles.label}>{t("answers.median")}: </span>
              {said(row.medianMinutes)}
            </td>
            <td>
              <span className={styles.label}>{t("answers.worst")}: </span>
              {said(row.worstMinutes)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
