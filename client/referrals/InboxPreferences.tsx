// The sound of a new referral and the single keys: on or off for this device.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./InboxPage.module.css";
import { areKeysOn, setKeys } from "./preferences.js";
import { isSoundOn, setSound } from "./sound.js";

export function InboxPreferences({ onKeys }: { onKeys(): void }) {
  const { t } = useTranslation("referrals");
  const [hasSound, setHasSound] = useState(isSoundOn);
  const [hasKeys, setHasKeys] = useState(areKeysOn);
  return (
    <fieldset className={styles.preferences} data-print="no">
      <legend className="visually-hidden">{t("preferences.title")}</legend>
      <label>
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
      <label>
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={({ target }) => {
            setKeys(target.checked);
            setHasKeys(target.checked);
            onKeys();
          }}
        />
        {t("preferences.keys")}
      </label>
    </fieldset>
  );
}
