// For which case is searched: her own pseudonyms only, and never in the address.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useCases } from "../referring/index.js";
import styles from "./CaseChoice.module.css";

export function CaseChoice() {
  const { t } = useTranslation("search");
  const { cases, inMind, choose } = useCases();
  const id = useId();
  if (cases.length === 0) return null;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t("case.label")}</label>
      <select
        id={id}
        value={inMind?.id ?? ""}
        onChange={(event) => choose(event.target.value || null)}
      >
        <option value="">{t("case.none")}</option>
        {cases.map((one) => (
          <option key={one.id} value={one.id}>
            {one.pseudonym}
          </option>
        ))}
      </select>
    </div>
  );
}
