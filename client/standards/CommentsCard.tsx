// What partners and the representative of residents say of a standard while it is consulted.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useNow } from "../design/use-now.js";
import type { Standard } from "./standard-view.js";
import { CommentStandard } from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  standard: Standard;
  onChanged(): void;
}

export function CommentsCard({ standard, onChanged }: Props) {
  const { t } = useTranslation("standards");
  const { moment } = useDates(useNow());
  const [isOpen, setOpen] = useState(false);
  const { comments, viewerCanComment } = standard;
  return (
    <section className={styles.card} aria-labelledby="uwagi">
      <div className={styles.head}>
        <h2 id="uwagi">{t("comments.title")}</h2>
        {viewerCanComment && (
          <div data-print="no">
            <Button kind="primary" size="small" onClick={() => setOpen(true)}>
              {t("comments.add")}
            </Button>
          </div>
        )}
      </div>
      {comments.length === 0 ? (
        <p>
          {t(
            standard.status === "CONSULTED"
              ? "comments.none"
              : "comments.noneWas",
          )}
        </p>
      ) : (
        <ul className={styles.list}>
          {comments.map(({ id, text, at, ofResidents, partner }) => (
            <li key={id} className={styles.item}>
              <span className={styles.grow}>
                <strong>
                  {ofResidents ? t("comments.residents") : partner.shortName}
                </strong>
                {text}
              </span>
              <span className={styles.muted}>{moment(new Date(at))}</span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <Comment
          standard={standard}
          onClose={() => setOpen(false)}
          onSaid={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface CommentProps {
  standard: Standard;
  onClose(): void;
  onSaid(): void;
}

function Comment({ standard, onClose, onSaid }: CommentProps) {
  const { t } = useTranslation("standards");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const asked = useAsk(CommentStandard);
  return (
    <AskDialog
      title={t("comments.add")}
      verb={t("comments.submit")}
      asked={asked}
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            requestKey,
            standardId: standard.id,
            text: textIn(form, "text").trim(),
          },
        });
        if (outcome?.__typename === "StandardComment") onSaid();
        else setRequestKey(crypto.randomUUID());
      }}
    >
      <TextArea
        label={t("comments.text")}
        hint={t("comments.hint")}
        name="text"
        rows={5}
        required
        maxLength={2000}
        error={asked.errorAt("text")}
      />
    </AskDialog>
  );
}
