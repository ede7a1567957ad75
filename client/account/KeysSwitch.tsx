// Single keys on or off for this device; without them everything is reached by Tab.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { areKeysOn, setKeys } from "../app/shell/keys.js";
import styles from "./AccountPage.module.css";

export function KeysSwitch() {
  const { t } = useTranslation("account");
  const [isOn, setOn] = useState(areKeysOn);
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          setKeys(target.checked);
          setOn(target.checked);
        }}
      />
      {t("keys.on")}
    </label>
  );
}
