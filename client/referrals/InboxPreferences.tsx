// The sound of a new referral: on or off for this device.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./InboxPage.module.css";
import { isSoundOn, setSound } from "./sound.js";

export function InboxPreferences() {
  const { t } = useTranslation("referrals");
  const [hasSound, setHasSound] = useState(isSoundOn);
  return (
    <label className={styles.preferences} data-print="no">
      <input
        type="checkbox"
        checked={hasSound}
        onChange={({ target }) => {
          setSound(target.checked);
          setHasSound(target.checked);
        }}
      />
      {t("preferences.sound")}
    </label>
  );
}
