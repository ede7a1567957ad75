// The fixed rules of the order of results, told to whoever asks.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import styles from "./OrderExplained.module.css";

const rules = ["referable", "words", "free", "fits", "fresh", "name"] as const;

export function OrderExplained() {
  const { t } = useTranslation("search");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        className={styles.ask}
        onClick={() => setOpen(true)}
      >
        {t("order.ask")}
      </Button>
      {isOpen && (
        <Dialog title={t("order.title")} onClose={() => setOpen(false)}>
          <p>{t("order.intro")}</p>
          <ol className={styles.rules}>
            {rules.map((rule) => (
              <li key={rule}>{t(`order.${rule}`)}</li>
            ))}
          </ol>
          <p>{t("order.fair")}</p>
        </Dialog>
      )}
    </>
  );
}
