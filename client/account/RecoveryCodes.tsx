// Ten codes for the day the phone is lost: seen this once, so they can be copied, saved and printed at once.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import styles from "./SecondFactor.module.css";

interface Props {
  codes: readonly string[];
  onDone(): void;
}

export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useTranslation("account");
  const [isCopied, setCopied] = useState(false);
  const text = [t("recovery.of"), ...codes, ""].join("\n");

  function save() {
    const address = URL.createObjectURL(
      new Blob([text], { type: "text/plain" }),
    );
    const link = document.createElement("a");
    link.href = address;
    link.download = t("recovery.file");
    link.click();
    // the browser reads it a moment later
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  return (
    <div className={styles.steps}>
      <Note tone="ok" icon="check" role="status" title={t("recovery.title")}>
        {t("recovery.why")}
      </Note>
      <ul className={styles.codes} aria-label={t("recovery.list")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            void navigator.clipboard
              .writeText(text)
              .then(() => setCopied(true))
              // where the browser does not allow it, the codes can be marked by hand
              .catch(() => undefined)
          }
        >
          {t("recovery.copy")}
        </Button>
        <Button onClick={save}>{t("recovery.save")}</Button>
        <Button icon="print" onClick={() => window.print()}>
          {t("recovery.print")}
        </Button>
      </div>
      <p role="status" className={styles.copied}>
        {isCopied ? t("recovery.copied") : ""}
      </p>
      <Button kind="primary" onClick={onDone}>
        {t("recovery.done")}
      </Button>
    </div>
  );
}
