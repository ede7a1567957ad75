// The personal data that a programme names, by level, and what that lets travel with a referral.
import { useTranslation } from "react-i18next";

import { dataByLevel, levels, type Programme } from "./elements.js";
import styles from "./Programmes.module.css";

export function DataList({ programme }: { programme: Programme }) {
  const { t } = useTranslation("programmes");
  const named = programme.personalData ?? [];
  return (
    <div className={styles.levels}>
      <p>
        <strong>{t(`data.most.${programme.highestLevel}`)}</strong>
      </p>
      {levels.map((level) => {
        const fields = dataByLevel[level].filter((field) =>
          named.includes(field),
        );
        return (
          fields.length > 0 && (
            <p key={level}>
              {t(`data.level.${level}`)}:{" "}
              {fields.map((field) => t(`data.field.${field}`)).join(", ")}.
            </p>
          )
        );
      })}
    </div>
  );
}
