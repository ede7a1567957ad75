// What was short under an order, and what became of it: a talk, a corrective action or a claim, with its answer and result.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import type { OrderAccounts, ShownOrder } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { RaiseDialog } from "./RaiseDialog.js";
import { ShortfallCard } from "./ShortfallCard.js";

interface Props {
  accounts: OrderAccounts;
  order: ShownOrder;
  /** A day of the period that is looked at. */
  on: string;
  onChanged(): void;
}

export function ShortfallList({ accounts, order, on, onChanged }: Props) {
  const { t } = useTranslation("fulfilment");
  const [isRaising, setRaising] = useState(false);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h3>{t("shortfall.title")}</h3>
        {accounts.viewerCanRaiseShortfall && (
          <Button size="small" icon="plus" onClick={() => setRaising(true)}>
            {t("shortfall.raise")}
          </Button>
        )}
      </div>
      {accounts.shortfalls.length === 0 && <p>{t("shortfall.none")}</p>}
      <ul className={styles.shortfalls}>
        {accounts.shortfalls.map((shortfall) => (
          <ShortfallCard
            key={shortfall.id}
            shortfall={shortfall}
            organisation={order.partner?.name ?? ""}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {isRaising && (
        <RaiseDialog
          order={order}
          on={on}
          onClose={() => setRaising(false)}
          onRaised={() => {
            setRaising(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
