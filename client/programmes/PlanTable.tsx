// The rows of an implementation plan; on a phone each is a card.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import type { PlanRowOnPageFragment } from "../graphql/generated/graphql.js";
import styles from "./Programmes.module.css";
import { stateTones } from "./tones.js";
import { useMoney } from "./use-words.js";

interface Props {
  rows: readonly PlanRowOnPageFragment[];
  onEdit: ((row: PlanRowOnPageFragment) => void) | null;
}

export function PlanTable({ rows, onEdit }: Props) {
  const { t } = useTranslation("programmes");
  const day = useDay();
  const money = useMoney();
  const nameOf = (row: PlanRowOnPageFragment) =>
    row.service?.name ?? row.serviceName ?? t("plan.hidden");
  const seesMoney = rows.some(({ amountGrosze }) => amountGrosze !== null);
  return (
    <div className={styles.plan}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("plan.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("plan.service")}</th>
            <th scope="col">{t("plan.partner")}</th>
            <th scope="col">{t("plan.mode")}</th>
            {seesMoney && (
              <th scope="col" className={styles.number}>
                {t("plan.money")}
              </th>
            )}
            <th scope="col">{t("plan.on")}</th>
            <th scope="col">{t("plan.state")}</th>
            <th scope="col">{t("plan.missing")}</th>
            {onEdit && (
              <th scope="col" data-print="no">
                <span className="visually-hidden">{t("elements.change")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <strong>{nameOf(row)}</strong>
                {row.serviceName && (
                  <p className={styles.muted}>{t("plan.toCreate")}</p>
                )}
              </td>
              <td>
                <span className={styles.label}>{t("plan.partner")}: </span>
                {row.partner?.shortName ?? t("plan.noPartner")}
              </td>
              <td>
                <span className={styles.label}>{t("plan.mode")}: </span>
                {t(`mode.${row.mode}`)}
                {row.agreement && (
                  <p className={styles.muted}>
                    {t("plan.agreementOf", { number: row.agreement.number })}
                  </p>
                )}
              </td>
              {seesMoney && (
                <td className={styles.number}>
                  <span className={styles.label}>{t("plan.money")}: </span>
                  {typeof row.amountGrosze === "number"
                    ? money(row.amountGrosze)
                    : "–"}
                </td>
              )}
              <td>
                <span className={styles.label}>{t("plan.on")}: </span>
                {row.plannedOn ? day(row.plannedOn) : "–"}
              </td>
              <td>
                <Tag tone={stateTones[row.state]}>
                  {t(`state.${row.state}`)}
                </Tag>
              </td>
              <td>
                <div className={styles.gaps}>
                  {row.gaps.map((gap) => (
                    <Tag key={gap} tone="danger" icon="warning">
                      {t(`gap.${gap}`)}
                    </Tag>
                  ))}
                </div>
              </td>
              {onEdit && (
                <td data-print="no">
                  <Button
                    size="small"
                    aria-label={t("plan.changeOf", { name: nameOf(row) })}
                    onClick={() => onEdit(row)}
                  >
                    {t("elements.change")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
