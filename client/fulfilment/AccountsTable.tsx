// Ordered, delivered, missed and paid, service by service, and what of it is otherwise now: a table, and cards on a phone.
import { useTranslation } from "react-i18next";

import { CountOrFew } from "../design/KeptCount.js";
import type { ShownAccounts } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { useMoney } from "./use-money.js";

interface Props {
  accounts: ShownAccounts;
  /** As counted now, beside what was frozen. */
  now?: ShownAccounts | undefined;
  caption: string;
}

type AccountsLine = ShownAccounts["lines"][number];

/** Whether what was frozen would be frozen otherwise today. */
export function haveChanged(frozen: ShownAccounts, now: ShownAccounts) {
  return frozen.lines.some((line) => {
    const today = lineOf(now, line);
    return (
      today &&
      (today.delivered !== line.delivered ||
        today.costGrosze !== line.costGrosze)
    );
  });
}

function lineOf(accounts: ShownAccounts | undefined, line: AccountsLine) {
  return accounts?.lines.find(
    ({ serviceName }) => serviceName === line.serviceName,
  );
}

export function AccountsTable({ accounts, now, caption }: Props) {
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
          <Line
            key={line.serviceName}
            line={line}
            now={lineOf(now, line) ?? line}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("together")}</th>
          <td colSpan={4} className={styles.blank} />
          <td>
            <span className={styles.label}>{t("column.cost")}: </span>
            {money(accounts.costGrosze)}
            <Today
              was={money(accounts.costGrosze)}
              is={money(now?.costGrosze ?? accounts.costGrosze)}
            />
          </td>
          <td>{t("ofOrdered", { sum: money(accounts.orderedGrosze) })}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface TodayProps {
  was: string | number;
  is: string | number;
}

/** Nothing where it is as it was. */
function Today({ was, is }: TodayProps) {
  const { t } = useTranslation("fulfilment");
  return was !== is && <ins className={styles.today}>{t("today", { is })}</ins>;
}

interface LineProps {
  line: AccountsLine;
  now: AccountsLine;
}

function Line({ line, now }: LineProps) {
  const { t } = useTranslation("fulfilment");
  const money = useMoney();
  return (
    <tr>
      <th scope="row">
        {line.serviceName}
        <small>{t(`unit.${line.unit}`)}</small>
      </th>
      <td>
        <span className={styles.label}>{t("column.ordered")}: </span>
        {line.ordered}
      </td>
      <td>
        <span className={styles.label}>{t("column.delivered")}: </span>
        {line.source === "UNKNOWN" ? "–" : line.delivered}
        <Today was={line.delivered} is={now.delivered} />
        <small>{t(`source.${line.source}`)}</small>
      </td>
      <td>
        <span className={styles.label}>{t("column.missed")}: </span>
        {line.missed > 0 ? (
          <strong className={styles.short}>{line.missed}</strong>
        ) : (
          0
        )}
        <Today was={line.missed} is={now.missed} />
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
        <Today was={money(line.costGrosze)} is={money(now.costGrosze)} />
      </td>
      <td className={styles.beside}>
        {t("beside.noShows")} <CountOrFew count={line.noShows} />,{" "}
        {t("beside.declined")} <CountOrFew count={line.declined} />,{" "}
        {t("beside.unanswered")} <CountOrFew count={line.unanswered} />
      </td>
    </tr>
  );
}
