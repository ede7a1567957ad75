// The report service by service: a table, and cards on a phone.
import { useTranslation } from "react-i18next";

import { Empty } from "../design/Empty.js";
import { KeptCount } from "../design/KeptCount.js";
import type { ShownContribution, ShownLine } from "./contribution.documents.js";
import styles from "./Contribution.module.css";

const counts = ["received", "accepted", "served"] as const;

export function ContributionTable({
  contribution: { services, total },
}: {
  contribution: ShownContribution;
}) {
  const { t } = useTranslation("contribution");
  if (services.length === 0)
    return (
      <>
        <div data-print="no">
          <Empty title={t("empty.title")}>{t("empty.text")}</Empty>
        </div>
        <p className={styles.printed}>{t("empty.title")}.</p>
      </>
    );
  const columns = [
    t("service"),
    ...counts.map((count) => t(`count.${count}`)),
    t("filled"),
  ];
  return (
    <table className={styles.table}>
      <caption>{t("byService")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map((line) => (
          <Line key={line.serviceName} line={line} />
        ))}
      </tbody>
      <tfoot>
        <Line line={total} />
      </tfoot>
    </table>
  );
}

function Line({ line }: { line: ShownLine }) {
  const { t } = useTranslation("contribution");
  return (
    <tr>
      <th scope="row">{line.serviceName ?? t("together")}</th>
      {counts.map((count) => (
        <td key={count}>
          <span className={styles.label}>{t(`count.${count}`)}: </span>
          <KeptCount count={line[count]} />
        </td>
      ))}
      <td>
        <span className={styles.label}>{t("filled")}: </span>
        <Filled line={line} />
      </td>
    </tr>
  );
}

/** Units of different kinds are no sum. */
function Filled({ line: { unit, filledUnits } }: { line: ShownLine }) {
  const { t } = useTranslation("contribution");
  const units = useTranslation("design");
  if (!unit || !filledUnits) return t("noSum");
  if (filledUnits.reason !== null)
    return (
      <>
        <KeptCount count={filledUnits} /> {units.t(`unit.${unit}`)}
      </>
    );
  return units.t(`amount.${unit}`, { count: filledUnits.value ?? 0 });
}
