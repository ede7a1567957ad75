// What the parties say to the terms, and the field in which one of them proposes a change.
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { useNow } from "../design/use-now.js";
import type { Agreement } from "./AgreementPage.js";
import { RemarkOnAgreement } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Agreement;
  onMoved(): void;
}

export function AgreementRemarks({ agreement, onMoved }: Props) {
  const { t } = useTranslation("agreements");
  const { moment } = useDates(useNow());
  const { id: agreementId, remarks, viewerCan } = agreement;
  const [text, setText] = useState("");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const { run, isPending, wrong, failure, errorAt } = useMove(
    RemarkOnAgreement,
    () => {
      setText("");
      setRequestKey(crypto.randomUUID());
      onMoved();
    },
  );
  const mayRemark = viewerCan.includes("REMARK");
  if (!mayRemark && remarks.length === 0) return null;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await run({ input: { requestKey, agreementId, text } });
  }

  return (
    <section
      className={styles.card}
      data-print={remarks.length === 0 ? "no" : undefined}
    >
      <h2>{t("remarks.title")}</h2>
      <ul className={styles.rows}>
        {remarks.map((remark) => (
          <li key={remark.madeAt}>
            <div className={styles.what}>
              <strong>{remark.partner?.shortName}</strong>{" "}
              <span className={styles.muted}>
                {moment(new Date(remark.madeAt))}
              </span>
              <p>{remark.text}</p>
            </div>
          </li>
        ))}
      </ul>
      {mayRemark && (
        <form
          className={styles.form}
          data-print="no"
          onSubmit={(event) => void submit(event)}
        >
          <ProblemNotice problem={wrong} />
          <TextArea
            label={t("remarks.label")}
            hint={t("remarks.hint")}
            value={text}
            required
            maxLength={2000}
            error={errorAt("text")}
            onChange={(event) => setText(event.target.value)}
          />
          <NotSaved failure={failure} />
          <div>
            <Button type="submit" busy={isPending}>
              {t("remarks.submit")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
