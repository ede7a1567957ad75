// Ordered, delivered, missed and paid, service by service: a table, and cards on a phone.
import { useTranslation } from "react-i18next";

import { CountOrFew } from "../design/KeptCount.js";
import type { ShownAccounts } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { useMoney } from "./use-money.js";

interface Props {
  accounts: ShownAccounts;
  caption: string;
}

export function AccountsTable({ accounts, caption }: Props) {
  const { t } = useTranslation("fulfilment");
  const money = useMoney();
  const columns = [
    t("column.service"),
    t("column.ordered"),
    t("column.delivered"),
    t("column.missed"),
    t("column.price"),
    t("column.cost"),
    t("column.beside"),
  ];
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
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
        {accounts.lines.map((line) => (
          <Line key={line.serviceName} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("together")}</th>
          <td colSpan={4} className={styles.blank} />
          <td>
            <span className={styles.label}>{t("column.cost")}: </span>
            {money(accounts.costGrosze)}
          </td>
          <td>{t("ofOrdered", { sum: money(accounts.orderedGrosze) })}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Line({ line }: { line: ShownAccounts["lines"][number] }) {
  const { t } = useTranslation("fulfilment");
  const units = useTranslation("design");
  const money = useMoney();
  return (
    <tr>
      <th scope="row">
        {line.serviceName}
        <small>{units.t(`unit.${line.unit}`)}</small>
      </th>
      <td>
        <span className={styles.label}>{t("column.ordered")}: </span>
        {line.ordered}
      </td>
      <td>
        <span className={styles.label}>{t("column.delivered")}: </span>
        {line.source === "UNKNOWN" ? "–" : line.delivered}
        <small>{t(`source.${line.source}`)}</small>
      </td>
      <td>
        <span className={styles.label}>{t("column.missed")}: </span>
        {line.missed > 0 ? <strong>{line.missed}</strong> : 0}
      </td>
      <td>
        <span className={styles.label}>{t("column.price")}: </span>
        {line.unitPriceGrosze === null
          ? t("noPrice")
          : money(line.unitPriceGrosze)}
      </td>
      <td>
        <span className={styles.label}>{t("column.cost")}: </span>
        {money(line.costGrosze)}
      </td>
      <td className={styles.beside}>
        {t("beside.noShows")} <CountOrFew count={line.noShows} />,{" "}
        {t("beside.declined")} <CountOrFew count={line.declined} />,{" "}
        {t("beside.unanswered")} <CountOrFew count={line.unanswered} />
      </td>
    </tr>
  );
}
