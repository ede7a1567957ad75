// The sign that tells live from catching up from offline: a word and a shape, never colour alone.
import { useTranslation } from "react-i18next";

import { timeOf } from "../../design/dates.js";
import styles from "./LiveSign.module.css";
import { useLive } from "./use-live.js";

export function LiveSign() {
  const { t, i18n } = useTranslation("shell");
  const { sign } = useLive();
  if (sign.state === "none") return null;
  const words =
    sign.state === "offline"
      ? t("live.offline", {
          time: timeOf(new Date(sign.since), i18n.language),
        })
      : sign.state === "catchingUp"
        ? t("live.catchingUp", { count: sign.changes })
        : t(`live.${sign.state}`);
  return (
    <span className={styles.sign} data-state={sign.state} data-print="no">
      <i aria-hidden="true" />
      <span>{words}</span>
      {/* read out once per change of state, not per counted change */}
      <span role="status" className="visually-hidden">
        {t(`live.said.${sign.state}`)}
      </span>
    </span>
  );
}
