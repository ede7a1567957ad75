// The code of the second factor: six digits from the phone, or one from paper for who has no phone at hand.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import styles from "./PasswordField.module.css";

interface Props {
  error?: string | undefined;
  /** A code from paper will not do. */
  onlyPhone?: boolean;
  autoFocus?: boolean;
}

export function CodeField({ error, onlyPhone, autoFocus }: Props) {
  const { t } = useTranslation("account");
  const [isPaper, setPaper] = useState(false);
  return (
    <TextField
      // another keyboard on the phone, and nothing of the other kind left in it
      key={String(isPaper)}
      label={t(isPaper ? "code.paper" : "code.phone")}
      hint={t(isPaper ? "code.paperHint" : "code.phoneHint")}
      name="code"
      required
      autoFocus={autoFocus || isPaper}
      autoComplete={isPaper ? "off" : "one-time-code"}
      autoCapitalize="none"
      spellCheck={false}
      inputMode={isPaper ? "text" : "numeric"}
      maxLength={20}
      error={error}
      aside={
        !onlyPhone && (
          <button
            type="button"
            className={styles.show}
            onClick={() => setPaper(!isPaper)}
          >
            {t(isPaper ? "code.toPhone" : "code.toPaper")}
          </button>
        )
      }
    />
  );
}
