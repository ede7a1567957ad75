// A resident takes back her consents while her coordinator is there no more.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import styles from "./Desk.module.css";
import { WithdrawConsents } from "./rights.documents.js";

export function ConsentsCard() {
  const { t } = useTranslation("protection");
  const asked = useAsk(WithdrawConsents);
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState<string | null>(null);

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: { pseudonym: textIn(form, "pseudonym") },
    });
    if (outcome?.__typename !== "ConsentsWithdrawn") return;
    const { pseudonym, ended } = outcome;
    setDone(
      ended === 0
        ? t("consents.none", { pseudonym })
        : t("consents.done", { pseudonym, count: ended }),
    );
    setAsks(false);
  }

  return (
    <Card
      title={t("consents.title")}
      foot={<Button onClick={() => setAsks(true)}>{t("consents.open")}</Button>}
    >
      <p className={styles.muted}>{t("consents.means")}</p>
      <p role="status">{done}</p>
      {asks && (
        <AskDialog
          title={t("consents.open")}
          verb={t("consents.verb")}
          asked={asked}
          onClose={() => setAsks(false)}
          onSubmit={submit}
        >
          <p>{t("consents.all")}</p>
          <TextField
            label={t("consents.pseudonym")}
            name="pseudonym"
            required
            maxLength={40}
            autoComplete="off"
            error={asked.errorAt("pseudonym")}
          />
        </AskDialog>
      )}
    </Card>
  );
}
