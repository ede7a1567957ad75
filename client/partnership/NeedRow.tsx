// A need of a network, and what organisations and the representative of residents say of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useNow } from "../design/use-now.js";
import type { NeedOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { CommentNeed } from "./hearing.documents.js";
import styles from "./Partnership.module.css";
import { useSaved } from "./use-saved.js";

interface Props {
  need: NeedOnPageFragment;
  onChanged(): void;
}

export function NeedRow({ need, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const { moment } = useDates(useNow());
  const [isCommenting, setCommenting] = useState(false);
  const { title, comments, personsEstimated } = need;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{title}</strong>
        <p className={styles.muted}>
          {t(`gap.${need.gapKind}`)}
          {", "}
          {t(`evidence.${need.evidence}`)}
          {personsEstimated !== null &&
            `, ${
              personsEstimated < 5
                ? t("need.fewPersons")
                : t("need.persons", { count: personsEstimated })
            }`}
        </p>
        {comments.length > 0 && (
          <ul
            className={styles.bullets}
            aria-label={t("need.commentsOf", { title })}
          >
            {comments.map(({ id, text, at, ofResidents, partner }) => (
              <li key={id}>
                <strong>
                  {ofResidents ? t("need.ofResidents") : partner.shortName}
                </strong>
                {": "}
                {text}{" "}
                <span className={styles.muted}>{moment(new Date(at))}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.muted}>{t(`needStatus.${need.status}`)}</span>
      {need.viewerCanComment && (
        <div className={styles.actions} data-print="no">
          <Button
            size="small"
            aria-label={t("need.commentOf", { title })}
            onClick={() => setCommenting(true)}
          >
            {t("need.comment")}
          </Button>
        </div>
      )}
      {isCommenting && (
        <CommentDialog
          need={need}
          onClose={() => setCommenting(false)}
          onSaved={() => {
            setCommenting(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

interface CommentProps {
  need: NeedOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

function CommentDialog({ need, onClose, onSaved }: CommentProps) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(CommentNeed, onSaved);
  return (
    <FormDialog
      title={need.title}
      verb={t("need.submitComment")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            requestKey: saved.requestKey,
            needId: need.id,
            text: textIn(form, "text").trim(),
          },
        })
      }
    >
      <TextArea
        label={t("need.commentText")}
        hint={t("need.commentHint")}
        name="text"
        rows={5}
        required
        maxLength={2000}
        error={saved.errorAt("text")}
      />
    </FormDialog>
  );
}
