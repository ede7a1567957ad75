// The minutes of a meeting that was held: read by everybody inside, written and approved by the organiser.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useNow } from "../design/use-now.js";
import type { MeetingOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { ApproveMinutes, WriteMinutes } from "./hearing.documents.js";
import styles from "./Partnership.module.css";
import { useSaved } from "./use-saved.js";

interface Props {
  meeting: MeetingOnPageFragment;
  mayKeep: boolean;
  onChanged(): void;
}

export function Minutes({ meeting, mayKeep, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  const [open, setOpen] = useState<"write" | "approve" | null>(null);
  const { title, minutes, minutesApprovedAt } = meeting;
  if (minutes === null && !mayKeep) return null;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <div className={styles.leaving}>
      {minutes !== null && (
        <details>
          <summary>
            {minutesApprovedAt
              ? t("minutes.approved", { day: day(new Date(minutesApprovedAt)) })
              : t("minutes.draft")}
          </summary>
          <p className={styles.text}>{minutes}</p>
        </details>
      )}
      {mayKeep && !minutesApprovedAt && (
        <div className={styles.actions} data-print="no">
          <Button
            size="small"
            aria-label={t("minutes.writeOf", { title })}
            onClick={() => setOpen("write")}
          >
            {t("minutes.write")}
          </Button>
          {minutes !== null && (
            <Button
              size="small"
              aria-label={t("minutes.approveOf", { title })}
              onClick={() => setOpen("approve")}
            >
              {t("minutes.approve")}
            </Button>
          )}
        </div>
      )}
      {open === "write" && (
        <WriteDialog meeting={meeting} onClose={close} onSaved={done} />
      )}
      {open === "approve" && (
        <ApproveDialog meeting={meeting} onClose={close} onSaved={done} />
      )}
    </div>
  );
}

interface DialogProps {
  meeting: MeetingOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

function WriteDialog({ meeting, onClose, onSaved }: DialogProps) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(WriteMinutes, onSaved);
  const { id, version, title, minutes } = meeting;
  return (
    <FormDialog
      title={title}
      verb={t("save")}
      saved={saved}
      width="wide"
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            meetingId: id,
            ifVersion: version,
            text: textIn(form, "text").trim(),
          },
        })
      }
    >
      <TextArea
        label={t("minutes.text")}
        hint={t("minutes.hint")}
        name="text"
        rows={12}
        required
        maxLength={10_000}
        defaultValue={minutes ?? ""}
        error={saved.errorAt("text")}
      />
    </FormDialog>
  );
}

function ApproveDialog({ meeting, onClose, onSaved }: DialogProps) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(ApproveMinutes, onSaved);
  const { id, version, title } = meeting;
  return (
    <FormDialog
      title={t("minutes.approveTitle", { title })}
      verb={t("minutes.approve")}
      saved={saved}
      onClose={onClose}
      onSubmit={() =>
        void saved.save({ input: { meetingId: id, ifVersion: version } })
      }
    >
      <p>{t("minutes.approveMeans")}</p>
    </FormDialog>
  );
}
