// "Załączniki": the documents kept with an agreement, each to be fetched, and the field in which one is handed in.
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { useDates } from "../design/dates.js";
import { TextField } from "../design/Field.js";
import { join } from "../design/join.js";
import { useNow } from "../design/use-now.js";
import type { Agreement } from "./AgreementPage.js";
import { RemoveAgreementDocument } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { isTooLarge, useAttach } from "./use-attach.js";
import { useMove } from "./use-move.js";

interface Props {
  agreement: Agreement;
  onMoved(): void;
}

export function AgreementDocuments({ agreement, onMoved }: Props) {
  const { t } = useTranslation("agreements");
  const { id: agreementId, documents, viewerCan } = agreement;
  const [leaving, setLeaving] = useState<Document | null>(null);
  const close = () => setLeaving(null);
  const remove = useMove(RemoveAgreementDocument, () => {
    close();
    onMoved();
  });
  const mayAttach = viewerCan.includes("ATTACH");
  if (!mayAttach && documents.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("documents.title")}</h2>
      {documents.length === 0 && (
        <p className={styles.muted}>{t("documents.none")}</p>
      )}
      <ul className={styles.rows}>
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            onRemove={() => setLeaving(document)}
          />
        ))}
      </ul>
      {mayAttach && (
        <AttachForm
          agreementId={agreementId}
          isForGood={isSettled(agreement)}
          onAttached={onMoved}
        />
      )}
      {leaving && (
        <ConfirmDialog
          question={t("documents.ask", { name: leaving.fileName })}
          verb={t("documents.remove")}
          busy={remove.isPending}
          onConfirm={() =>
            void remove.run({ input: { agreementId, documentId: leaving.id } })
          }
          onClose={close}
        >
          <ProblemNotice problem={remove.wrong} />
          <NotSaved failure={remove.failure} />
          {t("documents.askText")}
        </ConfirmDialog>
      )}
    </section>
  );
}

type Document = Agreement["documents"][number];

/** Somebody has signed beside what lies there, or it ended before. */
function isSettled({ status, terms }: Agreement): boolean {
  const isOpen = ["DRAFT", "IN_NEGOTIATION", "AGREED"].includes(status);
  return !isOpen || !!terms?.parties.some(({ signedOn }) => signedOn);
}

function DocumentRow(props: { document: Document; onRemove(): void }) {
  const { t, i18n } = useTranslation("agreements");
  const { moment } = useDates(useNow());
  const { id, fileName, size, sha256, uploadedAt, partner, viewerCanRemove } =
    props.document;
  return (
    <li>
      <div className={styles.document}>
        <a href={`/agreement-documents/${id}`} download>
          {fileName}
        </a>
        <p className={styles.muted}>
          {[
            sizeIn(size, i18n.language),
            moment(new Date(uploadedAt)),
            partner?.shortName,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className={join(styles.muted, styles.hash)} title={sha256}>
          {`SHA-256: ${sha256}`}
        </p>
      </div>
      {viewerCanRemove && (
        <Button
          size="small"
          kind="quiet"
          data-print="no"
          aria-label={t("documents.removeOf", { name: fileName })}
          onClick={props.onRemove}
        >
          {t("documents.remove")}
        </Button>
      )}
    </li>
  );
}

function sizeIn(bytes: number, language: string): string {
  const isLarge = bytes >= 1024 * 1024;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: 1,
  }).format(bytes / (isLarge ? 1024 * 1024 : 1024));
}

interface AttachProps {
  agreementId: string;
  /** What is added now cannot be taken away. */
  isForGood: boolean;
  onAttached(): void;
}

function AttachForm(props: AttachProps) {
  const { t } = useTranslation("agreements");
  const [file, setFile] = useState<File | null>(null);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [round, setRound] = useState(0);
  const [error, setError] = useState<string>();
  const { attach, percent, wrong, failure } = useAttach(
    props.agreementId,
    () => {
      setFile(null);
      setRound(round + 1);
      props.onAttached();
    },
  );

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!file) setError(t("documents.choose"));
    else if (isTooLarge(file)) setError(t("documents.tooLarge"));
    else await attach(file, requestKey);
  }

  return (
    <form
      className={styles.form}
      data-print="no"
      onSubmit={(event) => void submit(event)}
    >
      <ProblemNotice problem={wrong} />
      <TextField
        // a field of files is emptied by a new one
        key={round}
        type="file"
        label={t("documents.file")}
        hint={t(props.isForGood ? "documents.hintForGood" : "documents.hint")}
        disabled={percent !== null}
        accept=".pdf,.png,.docx"
        error={error}
        onChange={({ target }) => {
          setError(undefined);
          setFile(target.files?.[0] ?? null);
          setRequestKey(crypto.randomUUID());
        }}
      />
      {percent !== null && (
        <progress
          className={styles.sent}
          aria-label={t("documents.sending")}
          value={percent}
          max={100}
        />
      )}
      <NotSaved failure={failure} />
      <div>
        <Button type="submit" busy={percent !== null}>
          {t("documents.submit")}
        </Button>
      </div>
    </form>
  );
}
