// A meeting is called off, with the reason that everybody reads.
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type { MeetingOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { CancelMeeting } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  meeting: MeetingOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

export function CancelDialog({ meeting, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(CancelMeeting, onSaved);
  const { id, version, title } = meeting;
  return (
    <FormDialog
      title={t("cancelMeeting.of", { title })}
      verb={t("cancelMeeting.open")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            meetingId: id,
            ifVersion: version,
            reason: textIn(form, "reason").trim(),
          },
        })
      }
    >
      <TextField
        label={t("cancelMeeting.reason")}
        name="reason"
        required
        maxLength={200}
        error={saved.errorAt("reason")}
      />
    </FormDialog>
  );
}
