// A password that may be pasted, and shown while one types.
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import styles from "./PasswordField.module.css";

export function PasswordField(props: ComponentProps<typeof TextField>) {
  const { t } = useTranslation("account");
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      required
      {...props}
      type={isShown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      aside={
        <button
          type="button"
          className={styles.show}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? "password.hide" : "password.show")}
        </button>
      }
    />
  );
}
