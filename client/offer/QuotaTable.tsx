// One service in each centre: how much is promised there, taken, held and free, and all of it together.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import type { NumbersFragment } from "../graphql/generated/graphql.js";
import type { Quota } from "./quotas.documents.js";
import styles from "./QuotaTable.module.css";

interface Props {
  quotas: readonly Quota[];
  onChoose(quota: Quota): void;
}

const columns = ["total", "occupied", "reserved", "available"] as const;

export function QuotaTable({ quotas, onChoose }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const [first] = quotas;
  if (!first) return null;
  return (
    <Card
      title={first.serviceName}
      aside={t(`design:unit.${first.capacity.unit}`)}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("quotas.centre")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {t(`quotas.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {quotas.map((quota) => (
            <tr key={quota.serviceId}>
              <th scope="row">
                {t("quotas.for", { centre: quota.membership.centreName })}
                {quota.capacity.keptBy && (
                  <span className={styles.kept}>
                    {t("row.kept", {
                      count: quota.capacity.kept,
                      agreement: quota.capacity.keptBy,
                    })}
                  </span>
                )}
              </th>
              <Numbers numbers={quota.capacity} />
              <td className={styles.verb} data-print="no">
                {quota.viewerCanSet && (
                  <Button
                    size="small"
                    aria-label={t("quotas.changeOf", {
                      service: quota.serviceName,
                      centre: quota.membership.centreName,
                    })}
                    onClick={() => onChoose(quota)}
                  >
                    {t("quotas.change")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        {quotas.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t("quotas.together")}</th>
              <Numbers numbers={together(quotas)} />
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </Card>
  );
}

type Shown = Pick<NumbersFragment, (typeof columns)[number]>;

function Numbers({ numbers }: { numbers: Shown }) {
  const { t } = useTranslation("offer");
  return columns.map((column) => (
    <td key={column} className={styles.number}>
      <span className={styles.label}>{t(`quotas.${column}`)}: </span>
      {numbers[column]}
    </td>
  ));
}

function together(quotas: readonly Quota[]): Shown {
  const sum = (column: keyof Shown) =>
    quotas.reduce((all, { capacity }) => all + capacity[column], 0);
  return {
    total: sum("total"),
    occupied: sum("occupied"),
    reserved: sum("reserved"),
    available: sum("available"),
  };
}
