// One tick in an emergency: life or health is in danger and nobody could be asked, so a first name and a contact go at once.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import styles from "./LevelChoice.module.css";

interface Props {
  checked: boolean;
  /** She was asked before: it goes on a basis that is recorded. */
  hasBasis?: boolean;
  onChange(checked: boolean): void;
}

export function InDanger({ checked, hasBasis = false, onChange }: Props) {
  const { t } = useTranslation("referring");
  const hintId = useId();
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hintId}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{t(hasBasis ? "inDanger.agreed" : "inDanger.label")}</span>
      </label>
      <p id={hintId} className={styles.hint}>
        {t(hasBasis ? "inDanger.onBasis" : "inDanger.hint")}
      </p>
    </div>
  );
}
