// "Pokaż imiona" over a list: what it does is said before the tap, and how long they stand after it.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import styles from "./Attendance.module.css";
import type { Names } from "./use-names.js";

export function ShowNamesBar({ names }: { names: Names }) {
  const { t } = useTranslation(["attendance", "bases"]);
  if (!names.mayLook) return null;
  return (
    <div className={styles.names} data-print="no">
      {names.areShown ? (
        <Button size="small" onClick={names.hide}>
          {t("names.hide")}
        </Button>
      ) : (
        <Button
          size="small"
          icon="eye"
          busy={names.isPending}
          onClick={() => void names.show()}
        >
          {t("names.show")}
        </Button>
      )}
      <span className={styles.was}>
        {names.areShown
          ? t("bases:told.left", { count: names.minutes })
          : t("bases:told.onRecord")}
      </span>
      <p role="status" className="visually-hidden">
        {names.wasHidden && t("bases:told.hidden")}
      </p>
      <ProblemNotice problem={names.wrong} />
      <NotSaved failure={names.failure} />
    </div>
  );
}
